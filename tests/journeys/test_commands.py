"""What an operator types while bots run on PostgreSQL."""

import pytest

from tests.crash.programs import typed
from tests.journeys.steps import reference_in, reports
from tests.torture import rows_in_sql


@pytest.fixture
def pair():
    return "postgresql", "http"


def test_check_finds_nothing_wrong_beside_a_running_bot(settings, context, tmp_path):
    service = tmp_path / "service.toml"  # With numbers that ring somebody.
    service.write_text(settings.candour_service_file.read_text().replace("01632 960 0", "0300 123 12"))
    code, said = typed(settings.model_copy(update={"candour_service_file": service}), "check")
    assert code == 0, said


def test_the_trail_of_a_running_bot_is_proven(settings, context, nurse):
    reference_in(reports(nurse))
    code, said = typed(settings, "audit", "verify")
    assert (code, said.splitlines()[0]) == (
        0,
        "The audit trail fits together, and the reports and actions with it: 2 entries.",
    )


def test_a_refused_message_is_listed_and_sent_again_while_the_bot_runs(settings, context, nurse, workspace):
    refused = workspace.on_call(_refuse_the_copy)
    reference = reference_in(reports(nurse))
    workspace.wait_until(lambda: _states(settings) == ["dead", "sent"], reason="It was not given up.")
    refused()
    code, said = typed(settings, "outbox")
    assert (code, said.splitlines()[0]) == (0, "Waiting to be sent: 0. Needing a person: 1.")
    listed = said.splitlines()[1]
    assert listed.endswith("copy  did not get through: user_disabled")
    code, said = typed(settings, "outbox", "again", listed.split()[0])
    assert (code, said) == (0, "It will be sent again when the bot runs.\n")
    workspace.wait_until(lambda: _states(settings) == ["sent", "sent"], reason="It was not sent again.")
    assert [message.shows(reference) for message in nurse.direct_messages] == [True]


def _states(settings):
    return sorted(message.state for message in rows_in_sql.all_of(settings).messages)


def _refuse_the_copy(method, arguments):
    if method == "chat.postMessage" and not arguments["channel"].startswith("C"):
        return 200, {}, {"ok": False, "error": "user_disabled"}
    return None
