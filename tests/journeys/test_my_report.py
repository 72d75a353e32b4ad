"""A reporter follows their own report: reads it, adds to it, takes it back, and writes with the safety team."""

import pytest
from sqlmodel import select

from bot.usecases.home import WHOLE_QUEUE, home_data
from sandbox.people.seen import Modal
from storage import conversations
from storage.tables.reports import ReportRow
from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.payloads import presses
from tests.journeys.steps import WORDS, card_about, direct_message, opens, reference_in, reports

MORE = "One more thing: he also fell"


def opens_own(person, reference, *, on=None, button="Open", beside=None) -> Modal:
    """Press the button, and wait until the report is there."""
    surface = on or person.opens_home()
    person.clicks(button, on=surface, beside=reference if beside is None else beside)
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says("What has happened"), reason="Their report did not open."
    )
    return person.modal


def writes(person, button, words) -> Modal:
    """Press the button on the opened report, write, send, and see the report again."""
    person.clicks(button)
    person.workspace.wait_until(lambda: "text" in person.modal.fields, reason="The form did not open.")
    person.answers(text=words)
    thanks = person.submits()
    person.closes()
    person.workspace.wait_until(lambda: person.modal.says(words), reason="The report does not show it.")
    return thanks


def writes_to_the_reporter(safety_lead, card, button, words):
    """Open the incident, press the button, write and send."""
    opens(safety_lead, card)
    safety_lead.clicks(button)
    safety_lead.workspace.wait_until(lambda: safety_lead.modal.fields, reason="The form did not open.")
    safety_lead.answers(**words)
    safety_lead.submits()
    safety_lead.dismisses()


@on_both_pairs
def test_a_reporter_adds_something_and_the_safety_team_is_told_without_the_words(nurse, safety_channel, workspace):
    reference = reference_in(reports(nurse))
    own = opens_own(nurse, reference)
    assert own.says(WORDS)
    assert own.says("Nobody has read it yet.")
    thanks = writes(nurse, "Add something", MORE)
    assert thanks.says("Your words are added to your report.")
    assert nurse.modal.says("You added something.")
    notice = f"{reference}: its reporter has added something."
    workspace.wait_until(lambda: any(message.text == notice for message in safety_channel.messages))
    assert not any(message.shows("he also fell") for message in safety_channel.messages)


def test_the_same_words_sent_twice_are_added_once(nurse, context):
    opens_own(nurse, reference_in(reports(nurse)))
    nurse.clicks("Add something")
    nurse.workspace.wait_until(lambda: "text" in nurse.modal.fields)
    nurse.answers(text=MORE)
    nurse.submits_twice()
    with context.database.reading() as transaction:
        report_id = transaction.exec(select(ReportRow.id)).one()
        assert len(conversations.of_reports(transaction, [report_id])) == 1


def test_a_report_is_taken_back_with_a_reason_and_stays(nurse, safety_lead, safety_channel, workspace):
    reference = reference_in(reports(nurse))
    opens_own(nurse, reference)
    thanks = writes(nurse, "Take it back", "I mixed up two wards")
    assert thanks.says("It stays, with your reason.")
    assert nurse.modal.says(WORDS)
    assert "Take it back" not in nurse.modal.buttons
    notice = f"{reference}: its reporter has taken it back."
    workspace.wait_until(lambda: any(message.text == notice for message in safety_channel.messages))
    workspace.wait_until(
        lambda: any(message.shows("taken back") for message in safety_channel.messages),
        reason="The card does not say it.",
    )
    nurse.closes()
    assert nurse.opens_home().says("You took it back. Saved. Not read yet.")
    assert opens(safety_lead, card_about(safety_channel, reference)).says(WORDS)


def test_the_receipt_and_the_copy_lead_to_the_report_and_closing_it_leads_back(nurse, workspace):
    reference = reference_in(reports(nurse))
    opens_own(nurse, reference, on=nurse.modal, button="Read what I wrote", beside="")
    nurse.closes()
    assert nurse.modal.says("Thank you")
    nurse.closes()
    copy = direct_message(nurse, reference)
    assert opens_own(nurse, reference, on=copy, button="Read what I wrote", beside="").says(WORDS)
    nurse.closes()
    nurse.clicks("Add something", on=copy)
    workspace.wait_until(lambda: nurse.modals and "text" in nurse.modal.fields)
    nurse.answers(text=MORE)
    assert nurse.submits().says("Your words are added to your report.")


def test_that_nobody_is_at_risk_now_is_said_with_one_press(nurse, safety_channel, workspace):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    own = opens_own(nurse, reference)
    assert own.says("Phone 01632 960 001 or 999 if somebody is in danger.")
    nurse.clicks("Nobody is at risk now")
    workspace.wait_until(lambda: nurse.modal.says("You said that nobody is at risk now."))
    assert "Nobody is at risk now" not in nurse.modal.buttons
    notice = f"{reference}: its reporter says that nobody is at risk now."
    workspace.wait_until(lambda: any(message.text == notice for message in safety_channel.messages))


def test_a_question_is_answered_and_an_answer_asked_about(nurse, safety_lead, safety_channel, workspace, context):
    reference = reference_in(reports(nurse))
    writes_to_the_reporter(
        safety_lead, card_about(safety_channel, reference), "Ask the reporter", {"question": "Which door was it?"}
    )
    home = nurse.opens_home()
    assert home.says(f"While you were away: {reference} has a question for you.")
    # Home is shown first, and that it was shown is remembered afterwards.
    workspace.wait_until(lambda: not home_data(context, nurse.id, WHOLE_QUEUE).news, reason="It was not remembered.")
    nurse.opens_home()
    workspace.wait_until(lambda: not nurse.home.says("While you were away"), reason="It was said a second time.")
    waits = direct_message(nurse, "There is a question about")
    own = opens_own(nurse, reference, on=waits, button="Read it", beside="")
    assert own.says("A question for you")
    assert own.says("Which door was it?")
    writes(nurse, "Reply", "The east door")
    nurse.closes()
    workspace.wait_until(lambda: card_about(safety_channel, reference).shows("has written back"))
    answer = {"answer": "changed", "words": "The alarm is mended."}
    writes_to_the_reporter(safety_lead, card_about(safety_channel, reference), "Answer", answer)
    assert nurse.opens_home().says(f"While you were away: {reference} has an answer for you.")
    assert opens_own(nurse, reference, button="Read it").says("An answer for you")
    nurse.clicks("It helped")
    workspace.wait_until(lambda: nurse.modal.says("Thank you for telling us that it helped."))
    writes(nurse, "I have a question", "And the west door?")
    notice = f"{reference}: its reporter has written back."
    workspace.wait_until(
        lambda: len([message for message in safety_channel.messages if message.text == notice]) == 2,
        reason="The safety team was not told twice.",
    )
    opened = opens(safety_lead, card_about(safety_channel, reference))
    assert [words for words in ("The east door", "And the west door?") if not opened.says(words)] == []
    assert opened.says("said that the answer helped")


@pytest.mark.parametrize("who", ["safety_lead", "on_call", "owner"])
def test_nobody_but_its_reporter_opens_it_this_way(nurse, workspace, request, who):
    reference = reference_in(reports(nurse))
    copy = direct_message(nurse, reference)
    person = request.getfixturevalue(who)
    presses(person, "my_report", copy.button("Read what I wrote").value or "")
    workspace.wait_until(lambda: person.modals and person.modal.says("Only the person who sent a report"))
    assert not person.modal.says(WORDS)


def test_the_reporter_reads_who_has_read_it(nurse, safety_lead, safety_channel, workspace):
    reference = reference_in(reports(nurse))
    opens(safety_lead, card_about(safety_channel, reference))
    workspace.wait_until(lambda: nurse.opens_home().says("Read by the safety team, 12:"))
    own = opens_own(nurse, reference)
    assert own.says("The safety team first read it.")
    assert own.says("Tuesday 24 November: the safety team.")
