"""Who may own an action: somebody who works here. Its words go to them in a direct message."""

from datetime import timedelta

import pytest

from tests.journeys.payloads import sends_changed
from tests.journeys.steps import action_form, direct_message, minutes_pass

GUESTS: dict[str, dict[str, object]] = {
    "a guest": {"is_restricted": True},
    "a guest of one channel": {"is_ultra_restricted": True},
    "a stranger": {"is_stranger": True},
    "somebody of another organisation in a shared channel": {"team_id": "T0ELSEWHERE"},
}


def _slack_says(workspace, owner, **different: object):
    """What Slack says of this person from now on."""
    known = {"id": owner.id, "team_id": workspace.seed.team_id, "tz": "Europe/London", **different}
    workspace.on_call(
        lambda method, arguments: (200, {}, {"ok": True, "user": known}) if method == "users.info" else None
    )


def _agrees(safety_lead, owner, context):
    due = context.clock.now().date() + timedelta(days=14)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=due)
    return safety_lead.submits()


@pytest.mark.parametrize("guest", GUESTS)
def test_nobody_from_outside_owns_an_action_or_gets_its_words(
    nurse, safety_lead, owner, safety_channel, workspace, context, guest
):
    action_form(safety_lead, nurse, safety_channel)
    _slack_says(workspace, owner, **GUESTS[guest])
    refused = _agrees(safety_lead, owner, context)
    assert refused.errors == {"owner": "Guests cannot own an action. Choose somebody else."}
    assert owner.direct_messages == []


NOT_HERE: dict[str, dict[str, object]] = {
    "somebody who never accepted the invitation": {"is_invited_user": True},
    "a workflow": {"is_workflow_bot": True},
}


@pytest.mark.parametrize("nobody", NOT_HERE)
def test_nobody_owns_an_action_who_gets_no_message(
    nurse, safety_lead, owner, safety_channel, workspace, context, nobody
):
    action_form(safety_lead, nurse, safety_channel)
    _slack_says(workspace, owner, **NOT_HERE[nobody])
    assert _agrees(safety_lead, owner, context).errors == {"owner": "Choose a person who works here now."}


def test_slackbot_owns_no_action(nurse, safety_lead, safety_channel, workspace, context):
    action_form(safety_lead, nurse, safety_channel)
    due = context.clock.now().date() + timedelta(days=14)
    safety_lead.answers(change="Test the alarms", owner="U0OWNER001", due_on=due)
    slackbot = {"id": "USLACKBOT", "is_bot": False, "team_id": workspace.seed.team_id}
    workspace.on_call(lambda method, _: (200, {}, {"ok": True, "user": slackbot}) if method == "users.info" else None)
    chosen = {"type": "users_select", "selected_user": "USLACKBOT"}
    answer = sends_changed(safety_lead, lambda sent: sent["view"]["state"]["values"]["owner"].update(owner=chosen))
    assert answer["errors"] == {"owner": "Choose a person who works here now."}


def test_an_answer_about_somebody_else_makes_nobody_an_owner(
    nurse, safety_lead, owner, safety_channel, workspace, context
):
    action_form(safety_lead, nurse, safety_channel)
    _slack_says(workspace, owner, id="U0OTHER001")
    assert list(_agrees(safety_lead, owner, context).errors) == ["owner"]


def test_somebody_of_several_workspaces_of_the_organisation_may(
    nurse, safety_lead, owner, safety_channel, workspace, context
):
    action_form(safety_lead, nurse, safety_channel)
    elsewhere_first: dict[str, object] = {
        "team_id": "T0ELSEWHERE",
        "enterprise_user": {"teams": ["T0ELSEWHERE", workspace.seed.team_id]},
    }
    _slack_says(workspace, owner, **elsewhere_first)
    assert _agrees(safety_lead, owner, context).says("The action is saved")
    minutes_pass(workspace, 6)  # What is agreed within a few minutes is one message.
    assert direct_message(owner, "Test the alarms")
