"""When Slack says no, or does not answer: nothing that matters goes missing in silence."""

from datetime import timedelta

import pytest

from sandbox.refusals import ConnectionDropped
from tests.journeys.steps import action_form, card_about, reference_in, reports

SAFETY_CHANNEL = "C0SAFETY01"


def says_no(workspace, *, to, error, where=lambda arguments: True):
    """Slack answers this method with an error from now on; returns what ends it."""
    return workspace.on_call(
        lambda method, arguments: (
            (200, {}, {"ok": False, "error": error}) if method == to and where(arguments) else None
        )
    )


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"candour_retry_seconds": 0.01})


def test_a_danger_card_that_slack_goes_on_refusing_reaches_people_one_by_one(nurse, workspace, on_call):
    says_no(workspace, to="chat.postMessage", error="a_name_of_tomorrow", where=_to_the_safety_channel)
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    workspace.wait_until(
        lambda: any(message.shows(reference) for message in on_call.direct_messages),
        seconds=20,
        reason="Nobody was told.",
    )


def test_a_card_waits_as_long_as_slack_cannot_be_reached(nurse, workspace, safety_channel):
    def away(method, arguments):
        if method == "chat.postMessage":
            return 503, {}, {"ok": False, "error": "service_unavailable"}
        return None

    back = workspace.on_call(away)
    reference = reference_in(reports(nurse))
    workspace.wait_until(lambda: sum(call.method == "chat.postMessage" for call in workspace.calls) >= 2)
    back()
    card_about(safety_channel, reference)
    assert len(safety_channel.messages) == 1


def test_a_danger_card_that_is_sent_again_says_that_it_may_be_a_repeat(nurse, workspace, safety_channel):
    dropped: list[str] = []

    def drop_the_first_card(method, arguments):
        if method == "chat.postMessage" and _to_the_safety_channel(arguments) and not dropped:
            dropped.append(method)
            raise ConnectionDropped

    workspace.on_call(drop_the_first_card)
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    assert card_about(safety_channel, reference).shows("This message may be a repeat.")


def test_when_the_form_does_not_open_from_home_the_person_is_told_whom_to_phone(nurse, workspace):
    home = nurse.opens_home()
    says_no(workspace, to="views.open", error="expired_trigger_id")
    nurse.clicks("Report something", on=home)
    workspace.wait_until(lambda: nurse.direct_messages, reason="Nobody was told.")
    assert nurse.direct_messages[-1].says("The form did not open.")
    assert nurse.direct_messages[-1].says("01632 960 001")


def test_nobody_becomes_an_owner_while_slack_cannot_be_asked(
    nurse, safety_lead, owner, safety_channel, workspace, context
):
    action_form(safety_lead, nurse, safety_channel)
    due = context.clock.now().date() + timedelta(days=9)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=due)
    back = says_no(workspace, to="users.info", error="internal_error")
    told = "Slack did not tell us about this person. Send it again in a moment."
    assert safety_lead.submits().errors == {"owner": told}
    assert safety_lead.modal.field("change").value == "Test the alarms"
    back()
    assert safety_lead.submits().says("The action is saved")


def _to_the_safety_channel(arguments):
    return arguments["channel"] == SAFETY_CHANNEL
