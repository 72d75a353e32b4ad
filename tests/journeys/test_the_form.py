"""What the report form says, and what is said when it does not open."""

import pytest

from bot.views.kit import readers
from sandbox.refusals import ConnectionDropped
from tests.journeys.steps import card_about, changes_details, opens, opens_the_form, reference_in, reports


def test_the_form_asks_to_leave_out_names_and_says_who_reads_it(nurse):
    nurse.runs("/incident", channel="oak-ward")
    [asked] = [block for block in nurse.modal.blocks if block["block_id"] == "what"]
    assert asked["hint"]["text"] == f"No names. {readers.who_reads()}"


def test_whoever_has_more_to_say_than_fits_goes_on_in_a_second_box(nurse, safety_lead, safety_channel):
    opens_the_form(nurse)
    changes_details(nurse)
    nurse.answers(what="a" * 3000, more="b" * 500, kind="environment", still_at_risk="no")
    card = card_about(safety_channel, reference_in(nurse.submits()))
    assert opens(safety_lead, card).says("b" * 500)


def test_the_second_box_may_be_left_empty(nurse):
    assert reports(nurse).says("Your report is saved")


def _slack_refuses(method, arguments):
    return (200, {}, {"ok": False, "error": "expired_trigger_id"}) if method == "views.open" else None


def _the_network_fails(method, arguments):
    if method == "views.open":
        raise ConnectionDropped


def _not_json(method, arguments):
    return (200, {}, b"\xff\xfe") if method == "views.open" else None


@pytest.mark.parametrize("failure", [_slack_refuses, _the_network_fails, _not_json])
def test_when_the_form_does_not_open_the_person_is_told_whom_to_phone(nurse, workspace, failure):
    workspace.on_call(failure)
    nurse.runs("/incident", channel="oak-ward")
    assert nurse.notice is not None
    assert "call 999 or phone 01632 960 001 now" in nurse.notice


def test_the_card_does_not_name_the_reporter(nurse, safety_channel):
    card = card_about(safety_channel, reference_in(reports(nurse)))
    assert not card.shows(nurse.name)
    assert not card.mentions(nurse)
