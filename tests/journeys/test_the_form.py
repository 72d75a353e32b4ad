"""What the report form says, and what is said when it does not open."""

import pytest

from sandbox.refusals import ConnectionDropped
from tests.journeys.steps import card_about, reference_in, reports


def test_the_form_asks_to_leave_out_names_and_says_who_reads_it(nurse):
    nurse.runs("/incident", channel="oak-ward")
    assert nurse.modal.says("Please leave out names. The safety team sees your name and what you write.")


def _slack_refuses(method, arguments):
    return (200, {}, {"ok": False, "error": "expired_trigger_id"}) if method == "views.open" else None


def _the_network_fails(method, arguments):
    if method == "views.open":
        raise ConnectionDropped


@pytest.mark.parametrize("failure", [_slack_refuses, _the_network_fails])
def test_when_the_form_does_not_open_the_person_is_told_whom_to_phone(nurse, workspace, failure):
    workspace.on_call(failure)
    nurse.runs("/incident", channel="oak-ward")
    assert nurse.notice is not None
    assert "call 999 or phone 01632 960 001 now" in nurse.notice


def test_the_card_does_not_name_the_reporter(nurse, safety_channel):
    card = card_about(safety_channel, reference_in(reports(nurse)))
    assert not card.shows(nurse.name)
    assert not card.mentions(nurse)
