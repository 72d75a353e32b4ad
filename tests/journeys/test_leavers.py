"""People leave. Slack takes what is sent to them without a word, and nobody reads it: so the safety team is told."""

import pytest

from sandbox.faults import ChannelArchived, ConnectionLost, Moment
from tests import bots
from tests.crash.programs import typed
from tests.journeys.steps import agrees_an_action, days_pass, direct_message, reference_in, reports
from tests.journeys.test_refusals import says_no

POSTING = "chat.postMessage"


def is_told_in_home(safety_lead, count):
    """Wait until Home says how many messages did not get through."""
    safety_lead.workspace.wait_until(
        lambda: safety_lead.opens_home().says(f"Messages that did not get through: {count}."), seconds=30
    )


def posted_to(workspace, person):
    return [call for call in workspace.calls if call.method == POSTING and call.arguments["channel"] == person.id]


def test_a_reminder_to_an_owner_who_has_left_is_not_sent_and_is_shown(workspace, settings):
    nurse, safety_lead, owner = map(workspace.person, ("Amara Okafor", "Jo Carter", "Chloe Price"))
    with bots.running(workspace, settings):
        agrees_an_action(safety_lead, nurse, workspace.channel("safety-team"), owner, change="Test the alarms")
        direct_message(owner, "Test the alarms")
    workspace.person_leaves(owner.id)
    days_pass(workspace, 13)
    with bots.running(workspace, settings):
        is_told_in_home(safety_lead, 1)
    assert len(posted_to(workspace, owner)) == 1
    assert typed(settings, "outbox")[1].splitlines()[1].endswith("nudge  did not get through: person_has_left")


def test_somebody_on_call_who_has_left_is_shown_once_danger_goes_to_people_one_by_one(
    nurse, safety_lead, on_call, safety_channel, workspace
):
    workspace.person_leaves(on_call.id)
    workspace.faults.arm(ChannelArchived(channel=safety_channel.id))
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    assert direct_message(safety_lead, reference)
    is_told_in_home(safety_lead, 2)  # The card in the channel is the other one.
    assert posted_to(workspace, on_call) == []


def test_a_message_in_doubt_to_somebody_who_has_left_waits_for_a_person(nurse, safety_lead, workspace):
    workspace.faults.arm(ConnectionLost(moment=Moment.AFTER), on=[POSTING], channel=nurse.id, times=1)
    workspace.after_call(
        lambda method, arguments: (
            workspace.person_leaves(nurse.id) if method == POSTING and arguments["channel"] == nurse.id else None
        )
    )
    reports(nurse)
    is_told_in_home(safety_lead, 1)
    assert len(posted_to(workspace, nurse)) == 1


@pytest.mark.parametrize("error", ["ratelimited", "missing_scope", "internal_error"])
def test_no_message_waits_because_slack_does_not_tell_who_is_here(nurse, workspace, error):
    says_no(workspace, to="users.info", error=error)
    assert direct_message(nurse, reference_in(reports(nurse)))
