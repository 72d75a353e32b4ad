"""What is asked once before a report is saved; and that nothing is asked where somebody may be at risk."""

from datetime import timedelta

import pytest

from tests.journeys.steps import (
    WORDS,
    answer,
    card_about,
    changes_details,
    opens,
    opens_the_form,
    reference_in,
    reports,
    reports_saved,
)

NAMED = "Amara Okafor wrote to Mr Blenkinsop on 07700 900123 about the door."
CLEAN = "[name] wrote to [title and name] on [phone number] about the door."


def sends_with_names(nurse, **answers):
    opens_the_form(nurse)
    answer(nurse, what=NAMED, still_at_risk="no", **answers)
    return nurse.submits()


def takes_them_out(nurse):
    nurse.clicks("Remove them")
    nurse.workspace.wait_until(lambda: "what#1" in nurse.modal.fields, reason="Nothing was taken out.")


def test_a_report_with_names_is_given_back_and_the_words_stand_in_the_field_alone(nurse, context):
    shown = sends_with_names(nurse)
    assert shown.title == "Not sent yet"
    assert shown.says("Name: word 1. Title and name: word 5. Phone number: word 8.")
    assert nurse.modal.field("what").value == NAMED
    assert "Blenkinsop" not in str([block for block in nurse.modal.blocks if block["type"] != "input"])
    assert reports_saved(context) == 0


def test_names_are_taken_out_in_the_form_and_the_next_send_saves_it(nurse, safety_lead, safety_channel):
    sends_with_names(nurse)
    takes_them_out(nurse)
    assert nurse.modal.field("what#1").value == CLEAN
    receipt = nurse.submits()
    assert receipt.says("Your report is saved")
    opened = opens(safety_lead, card_about(safety_channel, reference_in(receipt)))
    assert opened.says(CLEAN)
    assert not opened.says("Blenkinsop")


def test_it_is_asked_once_and_sent_as_it_is(nurse, safety_lead, safety_channel):
    sends_with_names(nurse)
    assert nurse.modal.submit == "Send as it is"
    opened = opens(safety_lead, card_about(safety_channel, reference_in(nurse.submits())))
    assert opened.says(NAMED)


def test_answers_given_before_are_still_there(nurse):
    long_ago = nurse.workspace.clock.now().replace(microsecond=0) - timedelta(days=400)
    opens_the_form(nurse)
    changes_details(nurse)
    answer(nurse, what=WORDS, still_at_risk="no", happened_at=long_ago, name_choice="named")
    shown = nurse.submits()
    assert shown.title == "Not sent yet"
    assert shown.says("more than a year ago")
    assert nurse.modal.field("what").value == WORDS
    assert nurse.submits().says("Your report is saved")


def test_a_second_one_of_the_same_kind_within_a_minute_is_asked_about(nurse):
    first = reference_in(reports(nurse))
    nurse.dismisses()
    opens_the_form(nurse)
    answer(nurse, what="It was silent at three as well", still_at_risk="no")
    shown = nurse.submits()
    assert shown.title == "Not sent yet"
    assert shown.says(f"You sent one of the same kind a minute ago: {first}")


def test_whoever_is_anonymous_is_not_asked_what_else_they_sent(nurse):
    reports(nurse)
    nurse.dismisses()
    opens_the_form(nurse)
    answer(nurse, what=WORDS, still_at_risk="no", name_choice="anonymous")
    assert nurse.submits().title == "Write this down"


@pytest.mark.parametrize("name_choice", ["confidential", "anonymous"])
def test_in_danger_it_is_saved_at_the_first_send_and_names_are_taken_out_afterwards(
    nurse, safety_lead, safety_channel, name_choice
):
    opens_the_form(nurse)
    answer(nurse, what=NAMED, still_at_risk="not_sure", name_choice=name_choice)
    receipt = nurse.submits()
    assert receipt.says("Your report is saved")
    assert receipt.says("These words may name somebody. Name: word 1.")
    nurse.clicks("Remove")
    nurse.workspace.wait_until(lambda: nurse.modal.title == "Removed", reason="Nothing was removed.")
    opened = opens(safety_lead, card_about(safety_channel, reference_in(receipt)))
    assert opened.says(CLEAN)
    assert not opened.says("Blenkinsop")
