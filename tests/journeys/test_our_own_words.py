"""Whatever happens to a form that is sent, our own words answer it, and they are true."""

import pytest
from slack_bolt import BoltResponse

from bot.runtime.socket_mode import NotConnected
from tests import bots
from tests.journeys.payloads import sends_changed
from tests.journeys.steps import WORDS, action_form, agrees_an_action, direct_message, reports_saved
from tests.journeys.test_refusals import says_no


def fills_the_form(nurse, *, still_at_risk="yes"):
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=WORDS, still_at_risk=still_at_risk)


def test_a_form_is_saved_although_slack_no_longer_says_who_we_are(nurse, workspace, context):
    says_no(workspace, to="auth.test", error="internal_error")
    fills_the_form(nurse)
    assert nurse.submits().says("Your report is saved")
    assert reports_saved(context) == 1


def test_who_we_are_is_asked_once_before_anybody_does_anything(nurse, workspace, context):
    before = [call.method for call in workspace.calls].count("auth.test")
    fills_the_form(nurse)
    nurse.submits()
    nurse.closes()
    nurse.opens_home()
    assert [call.method for call in workspace.calls].count("auth.test") == before == 1


@pytest.mark.parametrize("error", ["internal_error", "invalid_auth"])
def test_no_door_opens_while_slack_does_not_say_who_we_are(workspace, settings, error):
    says_no(workspace, to="auth.test", error=error)
    refused = pytest.raises(NotConnected, match=f"Slack refused the bot token: {error}")
    with refused, bots.running(workspace, settings):
        pass


NOTHING_IN_IT = {
    "no block of the question": lambda payload: payload["view"]["state"]["values"].pop("what"),
    "no values": lambda payload: payload["view"]["state"].update(values={}),
    "no state": lambda payload: payload["view"].update(state=None),
    "no text": lambda payload: payload["view"]["state"]["values"]["what"]["what"].update(value=None),
    "no words": lambda payload: payload["view"]["state"]["values"]["what"]["what"].update(value=["x"]),
}


@pytest.mark.parametrize("change", NOTHING_IN_IT.values(), ids=NOTHING_IN_IT)
def test_a_form_without_an_answer_says_so_beside_the_question(nurse, context, change):
    fills_the_form(nurse)
    answer = sends_changed(nurse, change)
    assert answer["errors"]["what"] == "Write a few words about what happened."
    assert reports_saved(context) == 0


TOO_MUCH = {
    "6,001 characters": ("x" * 6001, "Shorten this to 3,000 characters."),
    "half an emoji": ("It broke \ud83d here", "Half of an emoji or sign is here. Delete it, and send it again."),
}


@pytest.mark.parametrize(("typed", "words"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_words_that_cannot_be_saved_are_refused_with_what_to_do(nurse, context, typed, words):
    fills_the_form(nurse)
    answer = sends_changed(nurse, lambda sent: sent["view"]["state"]["values"]["what"]["what"].update(value=typed))
    assert answer["errors"] == {"what": words}
    assert reports_saved(context) == 0


def test_a_form_without_a_trigger_is_saved(nurse, context):
    fills_the_form(nurse)
    answer = sends_changed(nurse, lambda payload: payload.pop("trigger_id"))
    assert answer["response_action"] == "update"
    assert reports_saved(context) == 1


@pytest.mark.parametrize("chosen", [None, "", "2026-13-45", 7])
def test_a_date_that_is_none_is_refused_beside_its_field(
    nurse, safety_lead, owner, safety_channel, workspace, context, chosen
):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    owner.clicks("Move the date", on=direct_message(owner, "Test the alarms"))
    workspace.wait_until(lambda: owner.modal.title == "Move the date", reason="The form did not open.")
    answer = sends_changed(
        owner, lambda sent: sent["view"]["state"]["values"]["due_on"]["due_on"].update(selected_date=chosen)
    )
    assert answer["errors"] == {"due_on": "Choose a date."}


def test_a_form_that_is_damaged_was_not_saved_and_nobody_is_told_that_it_may_be(nurse, safety_lead, safety_channel):
    action_form(safety_lead, nurse, safety_channel)
    due = safety_lead.workspace.clock.now().date()
    safety_lead.answers(change="Test the alarms", owner=nurse.id, due_on=due)
    answer = sends_changed(safety_lead, lambda payload: payload["view"].update(private_metadata="not JSON"))
    assert answer["errors"]["change"].startswith("Not saved.")


def test_a_receipt_that_cannot_be_drawn_says_that_the_report_is_saved(nurse, context, monkeypatch):
    fills_the_form(nurse)
    monkeypatch.setattr("bot.views.reports.receipt.thanks", lambda *_, **__: 1 / 0)
    assert nurse.submits().says("It is saved.")
    assert reports_saved(context) == 1


def test_a_form_that_is_not_known_any_more_keeps_its_words_and_says_what_to_do(nurse, context):
    fills_the_form(nurse)
    answer = sends_changed(nurse, lambda payload: payload["view"].update(callback_id="retired"))
    assert answer["errors"]["what"].startswith("Not saved. This form is old. Copy your words, and open it again.")
    assert "01632 960 001" in answer["errors"]["what"]


def test_over_a_form_without_a_field_another_modal_says_it(nurse, context):
    fills_the_form(nurse)
    answer = sends_changed(nurse, lambda payload: payload["view"].update(callback_id="retired", blocks=[]))
    assert answer["response_action"] == "push"


def test_where_bolt_itself_fails_our_own_words_stand_beside_the_first_field(nurse, context, monkeypatch):
    fills_the_form(nurse, still_at_risk="no")
    monkeypatch.setattr("slack_bolt.App.dispatch", lambda *_: BoltResponse(status=200, body="We apologize"))
    assert nurse.submits().errors["what"].startswith("Not saved. Your words are still here.")


def test_where_bolt_itself_fails_in_danger_the_number_comes_first_and_the_channel_is_told(
    nurse, safety_channel, workspace, context, monkeypatch
):
    fills_the_form(nurse, still_at_risk="not_sure")
    monkeypatch.setattr("slack_bolt.App.dispatch", lambda *_: BoltResponse(status=200, body="We apologize"))
    assert nurse.submits().errors["what"].startswith("Phone 01632 960 001 now. This is not saved.")
    workspace.wait_until(
        lambda: any(each.shows("Somebody at Oak Ward tried to report danger") for each in safety_channel.messages),
        reason="The channel is not told.",
    )
    assert context.database.shared or reports_saved(context) == 0


@pytest.mark.parametrize("state", [None, "", {}, {"values": None}, {"values": {"still_at_risk": 7}}])
def test_a_form_whose_answers_cannot_be_read_is_answered_all_the_same(nurse, context, state):
    fills_the_form(nurse, still_at_risk="yes")
    answer = sends_changed(nurse, lambda payload: payload["view"].update(state=state))
    assert set(answer["errors"]) <= {"what", "kind", "still_at_risk", "team", "happened_at", "name_choice"}
    assert answer["errors"]
