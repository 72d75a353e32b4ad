"""Two questions, and more only where an answer asks for it: harm, the type, and what stands in the line."""

from concurrent.futures import ThreadPoolExecutor

from sandbox.faults import OutOfOrder
from tests.journeys.steps import (
    WORDS,
    answer,
    card_about,
    changes_details,
    direct_message,
    opens,
    opens_the_form,
    reference_in,
    reports,
    sends,
)


def waits_for(person, field):
    person.workspace.wait_until(lambda: field in person.modal.fields, reason=f"There is no {field}.")


def decides(safety_lead, safety_channel, receipt):
    opens(safety_lead, card_about(safety_channel, reference_in(receipt)))
    safety_lead.clicks("Decide")
    waits_for(safety_lead, "physical_harm")
    return safety_lead.modal


def harm_filled_in(form):
    return form.field("physical_harm").value, form.field("psychological_harm").value


def test_a_near_miss_takes_two_answers_and_harm_stays_not_said(nurse, safety_lead, safety_channel):
    receipt = reports(nurse)
    assert receipt.says("Your report is saved")
    assert harm_filled_in(decides(safety_lead, safety_channel, receipt)) == (None, None)


def test_nobody_hurt_is_filled_in_for_whoever_decides(nurse, safety_lead, safety_channel):
    opens_the_form(nurse)
    answer(nurse, what=WORDS, anyone_hurt="no", still_at_risk="no")
    assert harm_filled_in(decides(safety_lead, safety_channel, nurse.submits())) == ("none", "none")


def test_yes_opens_both_scales_and_keeps_what_was_typed(nurse, safety_lead, safety_channel):
    opens_the_form(nurse)
    nurse.answers(what=WORDS)
    nurse.chooses("anyone_hurt", "yes")
    waits_for(nurse, "psychological_harm")
    assert nurse.modal.field("what").value == WORDS
    answer(nurse, physical_harm="moderate", psychological_harm="low", still_at_risk="no")
    assert harm_filled_in(decides(safety_lead, safety_channel, nurse.submits())) == ("moderate", "low")


def test_distress_is_always_asked_for_after_violence(nurse):
    opens_the_form(nurse)
    changes_details(nurse)
    nurse.chooses("kind", "violence")
    waits_for(nurse, "psychological_harm")
    assert "physical_harm" not in nurse.modal.fields


def test_change_opens_the_details_and_keeps_what_was_typed(nurse, safety_lead, safety_channel):
    opens_the_form(nurse)
    nurse.answers(what=WORDS)
    changes_details(nurse)
    assert nurse.modal.field("what").value == WORDS
    assert nurse.modal.field("team").value == "oak-ward"
    answer(nurse, kind="medication", team="willow-ward", still_at_risk="no")
    card = card_about(safety_channel, reference_in(nurse.submits()))
    assert card.shows("Medication")
    assert card.shows("Willow Ward")


def test_good_care_asks_whom_to_thank(nurse, safety_lead, safety_channel):
    opens_the_form(nurse)
    changes_details(nurse)
    nurse.chooses("report_type", "good_care")
    waits_for(nurse, "thanks")
    answer(
        nurse, what="The handover was calm and clear", thanks="The night team: do this each day", still_at_risk="no"
    )
    card = card_about(safety_channel, reference_in(sends(nurse)))
    assert card.shows("Good care")
    assert opens(safety_lead, card).says("The night team: do this each day")


def thanks_somebody(nurse, colleague, name_choice):
    """Good care, with a colleague and words that they may read. Returns the receipt."""
    opens_the_form(nurse)
    changes_details(nurse)
    nurse.chooses("report_type", "good_care")
    waits_for(nurse, "thank_words")
    nurse.answers(thanked=[colleague], name_choice=name_choice)
    answer(nurse, what="Something that stays between us", still_at_risk="no")
    assert "Write a few words to them" in nurse.submits().text
    nurse.answers(thank_words="You stayed so calm")
    return sends(nurse)


def reads_thanks(colleague):
    message = direct_message(colleague, "Somebody thanked you for good care.")
    assert not message.shows("calm")
    colleague.clicks("Read it", on=message)
    colleague.workspace.wait_until(
        lambda: colleague.modals and colleague.modal.says("You stayed so calm"), reason="There are no words."
    )
    return colleague.modal


def test_whoever_gave_good_care_hears_of_it_and_reads_the_words_for_them_alone(nurse, owner):
    thanks_somebody(nurse, owner, "named")
    shown = reads_thanks(owner)
    assert shown.says("Amara Okafor")
    assert not shown.says("Something that stays between us")


def test_of_a_confidential_reporter_it_says_a_colleague(nurse, owner):
    thanks_somebody(nurse, owner, "confidential")
    shown = reads_thanks(owner)
    assert shown.says("says a colleague")
    assert not shown.says("Amara")


def test_anonymous_says_when_it_is_shown(nurse):
    opens_the_form(nurse)
    nurse.chooses("name_choice", "anonymous")
    nurse.workspace.wait_until(lambda: nurse.modal.says("at the next full hour"), reason="It is not said.")


def test_an_answer_that_slack_brings_late_does_not_fold_the_details_again(nurse, workspace):
    opens_the_form(nurse)
    swapped = workspace.faults.arm(OutOfOrder(seconds=20), on=["interactive"], times=1)
    with ThreadPoolExecutor(1) as at_once:
        answered = at_once.submit(nurse.chooses, "still_at_risk", "yes")
        workspace.wait_until(lambda: swapped.struck == 1, reason="The answer was not held back.")
        nurse.clicks("Change")
        answered.result()
    updates = ["views.update"] * 3  # Of Change; of the answer, which is refused; of the answer once more.
    workspace.wait_until(lambda: [each.method for each in workspace.calls if each.method in updates] == updates)
    assert nurse.modal.says("before you send this")
    assert "kind" in nurse.modal.fields
