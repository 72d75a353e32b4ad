"""Two whole bots on one PostgreSQL and one workspace, one of them on a machine whose clock is wrong by days."""

import sys
from datetime import timedelta

import pytest

from sandbox.faults import DeliveredTwice
from sandbox.people.person import Person
from tests.crash.launcher import Surroundings
from tests.crash.programs import PLAIN, replica
from tests.journeys.steps import (
    WORDS,
    agrees_an_action,
    days_pass,
    direct_message,
    everything_is_sent,
    reference_in,
    reports,
)
from tests.torture import rows_in_sql, seen

DAYS_WRONG = Surroundings(clock_ahead=timedelta(days=40))


@pytest.fixture
def pair():
    """SQLite has one process at a time; over a socket Slack knows both bots."""
    return "postgresql", "socket"


@pytest.fixture
def bots_at_work(workspace, settings, tmp_path):
    """Both, connected."""
    with (
        replica(workspace, settings, log=tmp_path / "first.log", surroundings=PLAIN),
        replica(workspace, settings, log=tmp_path / "second.log", surroundings=DAYS_WRONG),
    ):
        assert workspace.sockets.count == 2
        yield
    workspace.wait_until_bot_is_gone()
    for log in sorted(tmp_path.glob("*.log")):
        sys.stdout.write(f"{log.name}:\n{log.read_text()}")  # Shown with a failure.


@pytest.fixture
def nurse(workspace, bots_at_work) -> Person:
    return workspace.person("Amara Okafor")


def test_a_form_that_reaches_both_is_one_report_with_one_receipt_and_one_card(workspace, settings, nurse):
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=WORDS, still_at_risk="no")
    workspace.faults.arm(DeliveredTwice(), times=1)
    reference = reference_in(nurse.submits())
    everything_is_sent(workspace, settings)
    assert rows_in_sql.references(settings) == [reference]
    assert (seen.cards(workspace), seen.copies(workspace)) == ({reference: 1}, {reference: 1})


def test_reports_sent_one_after_the_other_have_a_card_each(workspace, settings, nurse):
    sent = [reference_in(reports(nurse)) for _ in range(6)]
    everything_is_sent(workspace, settings)
    assert sorted(rows_in_sql.references(settings)) == sorted(sent)
    assert seen.cards(workspace) == dict.fromkeys(sent, 1)


def test_an_owner_is_nudged_once_on_the_day_that_the_server_tells(workspace, settings, nurse):
    safety_lead, owner = workspace.person("Jo Carter"), workspace.person("Chloe Price")
    agrees_an_action(safety_lead, nurse, workspace.channel("safety-team"), owner, change="Test the alarms")
    direct_message(owner, "Test the alarms")
    everything_is_sent(workspace, settings)
    assert _nudges(owner) == []
    days_pass(workspace, 13)
    workspace.wait_until(lambda: _nudges(owner), reason="Nobody was reminded.")
    everything_is_sent(workspace, settings)
    assert len(_nudges(owner)) == 1


def _nudges(owner):
    return [message for message in owner.direct_messages if message.text.startswith("A reminder")]
