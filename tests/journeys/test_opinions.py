"""Reporters say what they think of reporting, with one press each below an answer that they read."""

from sqlmodel import select

from sandbox.people.seen import Modal
from storage.tables.opinions import OpinionMarkRow
from tests.journeys.steps import card_about, direct_message, opens_the_form, reference_in, reports
from tests.journeys.test_anonymous import code_in
from tests.journeys.test_my_report import opens_own, writes_to_the_reporter

ANSWER = {"answer": "changed", "words": "The alarm is mended."}


def presses(person, button, *, then):
    person.clicks(button)
    person.workspace.wait_until(lambda: button not in person.modal.buttons, reason=f"{button} is still there.")
    person.workspace.wait_until(lambda: person.modal.says(then), reason=f"Nothing says {then!r}.")
    return person.modal


def marks(context):
    with context.database.reading() as transaction:
        return len(transaction.exec(select(OpinionMarkRow)).all())


def test_a_reporter_says_that_an_answer_was_useful_and_is_asked_once(nurse, safety_lead, safety_channel, context):
    reference = reference_in(reports(nurse))
    writes_to_the_reporter(safety_lead, card_about(safety_channel, reference), "Answer", ANSWER)
    waits = direct_message(nurse, "There is an answer about")
    own = opens_own(nurse, reference, on=waits, button="Read it", beside="")
    assert own.says("Was this useful?")
    assert not own.says("Why anonymous?")
    presses(nurse, "Yes, useful", then="Would you report again?")
    shown: Modal = presses(nurse, "No, I would not", then="Your press is counted by quarter")
    assert not shown.says("Was this useful?")
    assert marks(context) == 2
    nurse.dismisses()
    again = opens_own(nurse, reference, on=waits, button="Read it", beside="")
    assert not again.says("Would you report again?")


def test_somebody_anonymous_says_why_with_their_code_alone(nurse, safety_lead, safety_channel, workspace, context):
    opens_the_form(nurse)
    nurse.answers(what="The keys were left in the door", still_at_risk="yes", name_choice="anonymous")
    receipt = nurse.submits()
    nurse.dismisses()
    card = card_about(safety_channel, reference_in(receipt))
    writes_to_the_reporter(safety_lead, card, "Answer", ANSWER)
    nurse.runs("/incident answer", channel="oak-ward")
    nurse.answers(code=code_in(receipt))
    nurse.submits()
    workspace.wait_until(lambda: nurse.modal.says("Why anonymous?"), reason="The report did not open.")
    nurse.chooses("why_anonymous", "colleagues")
    workspace.wait_until(lambda: not nurse.modal.says("Why anonymous?"), reason="It is asked again.")
    presses(nurse, "Yes, useful", then="Would you report again?")
    assert marks(context) == 2
