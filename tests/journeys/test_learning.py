"""A learning point, from the first try to a second person."""

import threading

import sqlalchemy as sa
from sqlalchemy import event

from tests.journeys.steps import LEARNED, card_about, opens, reference_in, reports, writes_a_learning_point


def test_words_that_stand_out_are_shown_once_and_are_sent_as_they_are_the_second_time(safety_lead, workspace):
    words = "The nurse failed to check the alarm."
    shown = writes_a_learning_point(safety_lead, words=words)
    assert shown.says("Not sent yet.")
    assert not workspace.person("Kim Adeyemi").opens_home().says("waits for a second person")
    assert safety_lead.modal.field("words").value == words
    assert safety_lead.submits().says("It waits for a second person.")
    assert workspace.person("Kim Adeyemi").opens_home().says("waits for a second person")


def test_it_is_sent_back_and_written_again(safety_lead, workspace):
    writes_a_learning_point(safety_lead)
    safety_lead.dismisses()
    second = workspace.person("Kim Adeyemi")
    second.clicks("Read it", on=second.opens_home(), beside="waits for a second person")
    workspace.wait_until(lambda: second.modals and "Send back" in second.modal.buttons)
    second.clicks("Send back")
    workspace.wait_until(lambda: second.modal.says("Its writer sees it in Home"))
    safety_lead.clicks("Read it", on=safety_lead.opens_home(), beside="was sent back to you")
    workspace.wait_until(lambda: safety_lead.modals and "Write it again" in safety_lead.modal.buttons)
    safety_lead.clicks("Write it again")
    workspace.wait_until(lambda: safety_lead.modals and "words" in safety_lead.modal.fields)
    assert safety_lead.submits().says("It waits for a second person.")


def test_on_an_incident_it_is_written_about_it_and_home_shows_it_where_it_was_left(
    nurse, safety_lead, safety_channel, context, workspace
):
    second = workspace.person("Kim Adeyemi")
    second.opens_home()
    opens(safety_lead, card_about(safety_channel, reference_in(reports(nurse))))
    safety_lead.clicks("Write a learning point")
    workspace.wait_until(lambda: "words" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(words=LEARNED)
    assert safety_lead.submits().says("It waits for a second person.")
    assert _rows(context, "SELECT count(*) FROM learning_point JOIN incident ON incident.id = source") == [(1,)]
    second.clicks("Read it", on=second.opens_home(), beside="waits for a second person")
    workspace.wait_until(lambda: second.modals and "Approve these words" in second.modal.buttons)
    second.clicks("Approve these words")
    workspace.wait_until(lambda: second.modal.says("The next bulletins can tell teams"))
    workspace.wait_until(lambda: not second.home.says("waits for a second person"), reason="Home is as it was.")


def test_a_press_whose_saving_fails_says_that_nobody_can_tell(safety_lead, context, workspace):
    writes_a_learning_point(safety_lead)
    second = workspace.person("Kim Adeyemi")
    second.clicks("Read it", on=second.opens_home(), beside="waits for a second person")
    workspace.wait_until(lambda: second.modals and "Send back" in second.modal.buttons)

    works_again = threading.Event()

    def fail(_connection):
        if not works_again.is_set():
            raise sa.exc.OperationalError("COMMIT", {}, Exception("no answer"))

    event.listen(context.database.engine, "commit", fail)  # Never taken away: other threads may be going through it.
    second.clicks("Send back")
    workspace.wait_until(lambda: second.modal.says("We cannot tell yet whether that was saved."))
    works_again.set()
    assert _rows(context, "SELECT state FROM learning_point") == [("waiting",)]


def _rows(context, query):
    with context.database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]
