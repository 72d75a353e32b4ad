"""The command opens the form with what was typed, or help; and whatever is wrong with it, the person gets a word."""

from http.client import IncompleteRead

import pytest

from tests.journeys.payloads import presses, runs_changed
from tests.journeys.steps import direct_message
from tests.journeys.test_who_is_ours import whispered

DID_NOT_OPEN = "The form did not open."


@pytest.mark.parametrize("typed", ["help", "HELP", " help "])
def test_help_alone_says_what_to_do_in_danger_and_what_candour_can_do(nurse, typed):
    shown = nurse.runs(f"/incident {typed}", channel="oak-ward")
    assert shown.modal.title == "What Candour can do"
    assert shown.says("Call 999, use the alarm or phone on-call on 01632 960 001 first.")


@pytest.mark.parametrize(
    "typed", ["help him, he fell", "helped up after a fall", "find nobody on the ward", "report", "new"]
)
def test_all_other_words_go_into_the_report(nurse, typed):
    shown = nurse.runs(f"/incident {typed}", channel="oak-ward")
    assert shown.modal.field("what").value == typed


def test_from_help_one_press_opens_the_form(nurse, workspace):
    nurse.runs("/incident help", channel="oak-ward")
    nurse.clicks("Report something")
    workspace.wait_until(lambda: "what" in nurse.modal.fields, reason="The form did not open.")


def test_home_offers_help_as_well(nurse, workspace):
    nurse.clicks("What Candour can do", on=nurse.opens_home())
    workspace.wait_until(lambda: nurse.modals, reason="Help did not open.")
    assert nurse.modal.title == "What Candour can do"


@pytest.mark.parametrize("missing", ["text", "channel_id"])
@pytest.mark.parametrize("how", ["null", "not there"])
def test_the_form_opens_without_what_it_does_not_need(nurse, workspace, missing, how):
    change = (lambda sent: sent.update({missing: None})) if how == "null" else (lambda sent: sent.pop(missing))
    runs_changed(nurse, "It fell", change)
    workspace.wait_until(lambda: nurse.modals, reason="The form did not open.")


def test_without_a_trigger_the_person_is_told_whom_to_phone(nurse, workspace):
    runs_changed(nurse, "It fell", lambda sent: sent.pop("trigger_id"))
    workspace.wait_until(lambda: whispered(nurse), reason="Nobody was told.")
    assert whispered(nurse)[0].startswith(DID_NOT_OPEN)


def test_without_a_response_url_the_person_gets_a_direct_message(nurse):
    def neither(sent):
        sent.pop("trigger_id")
        sent.pop("response_url")

    runs_changed(nurse, "It fell", neither)
    assert direct_message(nurse, "01632 960 001").shows(DID_NOT_OPEN)


@pytest.mark.parametrize("failure", [IncompleteRead(b""), UnicodeDecodeError("utf-8", b"x", 0, 1, "x"), ValueError()])
def test_whatever_goes_wrong_when_the_form_opens_the_person_is_told(nurse, workspace, context, monkeypatch, failure):
    def fail(*_, **__):
        raise failure

    monkeypatch.setattr("slack_sdk.WebClient.views_open", fail)
    nurse.runs("/incident It fell", channel="oak-ward")
    assert nurse.notice
    assert nurse.notice.startswith(DID_NOT_OPEN)


def test_from_a_button_as_well(nurse, context, monkeypatch):
    monkeypatch.setattr("slack_sdk.WebClient.views_open", lambda *_, **__: 1 / 0)
    presses(nurse, "report_something", "home")
    assert direct_message(nurse, "01632 960 001").shows(DID_NOT_OPEN)
