"""Who may own an action: somebody who works here. Its words go to them in a direct message."""

from datetime import timedelta

import pytest

from tests.journeys.steps import action_form, direct_message

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
    assert direct_message(owner, "Test the alarms")
