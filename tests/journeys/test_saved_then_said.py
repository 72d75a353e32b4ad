"""Nobody is told that a report is saved before it is, nor that it is not when it may be."""

import threading
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from sandbox.faults import DeliveredTwice
from sandbox.people.waiting import LONGEST
from storage.engine.backends import BUDGET_SECONDS
from tests.journeys.engine_and_mode import on_all_pairs
from tests.journeys.steps import (
    WORDS,
    card_about,
    changes_details,
    direct_message,
    opens,
    reference_in,
    reports_saved,
    the_database_held_by_someone_else,
)


@pytest.fixture
def budget() -> float:
    """As in the product, because these tests are about it."""
    return BUDGET_SECONDS


def cards(safety_channel) -> int:
    return len(safety_channel.messages)


def submits_while_the_database_is_held(nurse, context):
    with the_database_held_by_someone_else(context):
        return nurse.submits()


@contextmanager
def the_next_commit_kept_but_not_answered(context):
    """The database keeps the transaction of a report, but its answer is lost on the way back."""
    # Never taken away: other threads may be going through what listens at that moment.
    lost = threading.Event()

    def lose(connection):
        if lost.is_set() or connection.exec_driver_sql("SELECT count(*) FROM report").scalar() == 0:
            return  # Delivery has committed something.
        lost.set()
        connection.exec_driver_sql("COMMIT")
        raise sa.exc.OperationalError("COMMIT", {}, Exception("the answer was lost"))

    event.listen(context.database.engine, "commit", lose)
    yield


def fills_the_form(nurse):
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=WORDS, still_at_risk="no")


@on_all_pairs
def test_pressing_send_twice_makes_one_report_and_one_receipt(nurse, safety_channel, context):
    fills_the_form(nurse)
    first, second = nurse.submits_twice()
    reference = reference_in(first)
    assert second.says(reference) or second.modal is None
    card_about(safety_channel, reference)
    assert (reports_saved(context), cards(safety_channel)) == (1, 1)


@on_all_pairs
def test_a_form_that_slack_delivers_twice_makes_one_report(nurse, safety_channel, workspace, context):
    fills_the_form(nurse)
    workspace.faults.arm(DeliveredTwice(), times=1)
    reference = reference_in(nurse.submits())
    card_about(safety_channel, reference)
    direct_message(nurse, reference)
    assert (reports_saved(context), cards(safety_channel)) == (1, 1)


@on_all_pairs
def test_of_two_copies_one_refused_and_one_kept_nobody_is_told_not_saved(nurse, workspace, context):
    fills_the_form(nurse)
    workspace.faults.arm(DeliveredTwice(seconds=1), times=1)
    shown = submits_while_the_database_is_held(nurse, context)
    assert shown.errors["what"].startswith("We cannot tell yet. Press Send again: it will not be sent twice.")
    workspace.wait_until(lambda: reports_saved(context) == 1)
    assert nurse.submits().says("Your report is saved")
    assert reports_saved(context) == 1


def is_told_that_nothing_is_saved(shown, context):
    """Where replicas share the database nobody can be sure of it: another one may be saving the same form."""
    first = (
        "We cannot tell yet. Press Send again" if context.database.shared else "Not saved. Your words are still here."
    )
    assert shown.errors["what"].startswith(first)


@on_all_pairs
def test_what_was_told_as_not_saved_is_not_saved_when_slack_delivers_it_again(nurse, workspace, context):
    fills_the_form(nurse)
    shown = submits_while_the_database_is_held(nurse, context)
    is_told_that_nothing_is_saved(shown, context)
    form = workspace.envelopes[-1].envelope["payload"]
    again = workspace.deliver("interactive", form, answerable="with a payload")  # The database would take it now.
    assert again.wait(LONGEST)
    assert reports_saved(context) == 0
    assert nurse.submits().says("Your report is saved")


@on_all_pairs
def test_a_busy_database_says_not_saved_and_keeps_the_words(nurse, context):
    fills_the_form(nurse)
    shown = submits_while_the_database_is_held(nurse, context)
    is_told_that_nothing_is_saved(shown, context)
    assert "01632 960 001" in shown.errors["what"]
    assert nurse.modal.field("what").value == WORDS
    assert reports_saved(context) == 0
    assert nurse.submits().says("Your report is saved")
    assert reports_saved(context) == 1


@on_all_pairs
def test_an_unknown_outcome_says_so_and_sending_again_sends_nothing_twice(nurse, safety_channel, context):
    fills_the_form(nurse)
    with the_next_commit_kept_but_not_answered(context):
        shown = nurse.submits()
    assert shown.errors["what"].startswith("We cannot tell yet. Press Send again: it will not be sent twice.")
    again = nurse.submits()
    assert again.says("Your report is saved")
    card_about(safety_channel, reference_in(again))
    assert (reports_saved(context), cards(safety_channel)) == (1, 1)


@on_all_pairs
def test_what_was_kept_without_an_answer_is_never_told_as_not_saved_afterwards(nurse, safety_channel, context):
    fills_the_form(nurse)
    with the_next_commit_kept_but_not_answered(context):
        nurse.submits()
    shown = submits_while_the_database_is_held(nurse, context)
    # On PostgreSQL nobody has to wait to see that the form is known.
    assert shown.says("Your report is saved") or shown.errors["what"].startswith("We cannot tell yet.")
    if shown.errors:
        assert nurse.submits().says("Your report is saved")
    assert reports_saved(context) == 1


@on_all_pairs
def test_other_words_after_an_unknown_outcome_are_kept_beside_the_first(nurse, safety_lead, safety_channel, context):
    fills_the_form(nurse)
    with the_next_commit_kept_but_not_answered(context):
        nurse.submits()
    nurse.answers(what="It was the fire door.", still_at_risk="yes")
    shown = nurse.submits()
    assert shown.says("We have added your changes to your report")
    assert shown.says("Phone 01632 960 001 now.")
    reference = reference_in(shown)
    safety_channel.workspace.wait_until(
        lambda: any(message.shows("Someone may still be at risk") for message in safety_channel.messages)
    )
    assert reports_saved(context) == 1
    card = card_about(safety_channel, reference)
    assert card.shows("Anyone still at risk: yes")
    opened = opens(safety_lead, card)
    assert opened.says(f"{WORDS} Kind: Something else, or not sure Team: Oak Ward Anyone still at risk: no")
    assert opened.says(
        "It was the fire door. Kind: Something else, or not sure Team: Oak Ward Anyone still at risk: yes"
    )


@pytest.mark.parametrize("words", ["", "   \n\t "])
def test_an_empty_answer_is_refused_beside_its_field(nurse, context, words):
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=words, still_at_risk="no")
    assert list(nurse.submits().errors) == ["what"]
    assert reports_saved(context) == 0


def test_a_time_in_the_future_is_refused_beside_its_field(nurse, context):
    fills_the_form(nurse)
    changes_details(nurse)
    nurse.answers(happened_at=int(context.clock.now().timestamp()) + 3600)
    assert nurse.submits().errors == {"happened_at": "This time is in the future. Check the date and time."}
    assert reports_saved(context) == 0


def test_text_that_is_too_long_for_one_field_goes_on_in_a_second(nurse, safety_lead, safety_channel, context):
    long_text = "a" * 2999 + "b" * 900
    nurse.runs(f"/incident {long_text}", channel="oak-ward")
    nurse.answers(still_at_risk="no")
    assert nurse.modal.field("more").value == "b" * 899
    reports_before = reports_saved(context)
    assert nurse.submits().says("Your report is saved")
    assert reports_saved(context) == reports_before + 1
