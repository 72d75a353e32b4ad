"""Danger that cannot be saved: its reporter is told to phone, and so is the channel, from memory."""

import pytest

from storage.engine.backends import BUDGET_SECONDS
from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import (
    WORDS,
    answer,
    card_about,
    reference_in,
    reports,
    reports_saved,
    the_database_held_by_someone_else,
)

TRIED = "Somebody at Oak Ward tried to report danger at 12:0"


@pytest.fixture
def budget() -> float:
    """As in the product: a person is told within it."""
    return BUDGET_SECONDS


def fills_the_form(nurse, *, still_at_risk="yes"):
    nurse.runs("/incident", channel="oak-ward")
    nurse.workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    answer(nurse, what=WORDS, still_at_risk=still_at_risk)


def those_that_say(channel, words):
    return [message for message in channel.messages if message.shows(words)]


def newest_that_says(channel, words):
    channel.workspace.wait_until(lambda: those_that_say(channel, words), reason=f"Nothing says {words!r}.")
    return those_that_say(channel, words)[-1]


def says_whether_it_is_saved(context):
    """Where replicas share the database nobody can be sure of it: another one may be saving the same form."""
    return "It may or may not be saved." if context.database.shared else "It is not saved."


@on_both_pairs
def test_the_reporter_and_the_channel_are_told_while_nothing_can_be_saved(nurse, safety_channel, context):
    fills_the_form(nurse)
    with the_database_held_by_someone_else(context):
        shown = nurse.submits().errors["what"]
        told = newest_that_says(safety_channel, TRIED)
    assert shown.startswith("Phone 01632 960 001 now. ")
    assert ("We cannot tell yet" in shown) is context.database.shared
    assert told.shows(says_whether_it_is_saved(context))
    assert told.shows("Phone Oak Ward on 01632 960 010.")
    assert not told.shows("Amara")
    assert not told.shows("door alarm")
    assert nurse.modal.field("what").value == WORDS
    newest_that_says(safety_channel, "Saving works again, 12:0")
    card_about(safety_channel, reference_in(nurse.submits()))
    assert [len(those_that_say(safety_channel, words)) for words in (TRIED, "Saving works again")] == [1, 1]


def test_who_presses_again_and_again_is_told_of_once_a_minute(nurse, workspace, safety_channel, context):
    fills_the_form(nurse, still_at_risk="not_sure")
    with the_database_held_by_someone_else(context):
        nurse.submits()
        nurse.submits()
        newest_that_says(safety_channel, TRIED)
        workspace.clock.to(workspace.clock.now().replace(hour=14, minute=30))
        workspace.wait_until(lambda: context.clock.now().hour == 14, reason="The bot does not know the time.")
        nurse.submits()
        newest_that_says(safety_channel, "tried to report danger at 14:30.")
        assert len(those_that_say(safety_channel, "tried to report danger")) == 2
    newest_that_says(safety_channel, "Saving works again")
    assert reports_saved(context) == 0


def test_without_danger_nobody_but_the_reporter_is_told(nurse, safety_channel, context):
    fills_the_form(nurse, still_at_risk="no")
    with the_database_held_by_someone_else(context):
        assert nurse.submits().errors["what"].startswith("Not saved. Your words are still here.")
    card_about(safety_channel, reference_in(nurse.submits()))
    assert those_that_say(safety_channel, "tried to report danger") == []
    assert those_that_say(safety_channel, "Saving works again") == []


def test_it_goes_to_the_safety_channel_if_the_urgent_one_does_not_take_it(nurse, workspace, safety_channel, context):
    workspace.wait_until(lambda: context.service_version, reason="No tick has read the service.")
    context.service = context.service.model_copy(update={"urgent_channel": "C0NOWHERE1"})
    fills_the_form(nurse)
    with the_database_held_by_someone_else(context):
        nurse.submits()
        newest_that_says(safety_channel, TRIED)


def test_it_is_told_again_where_nobody_knows_whether_it_arrived(nurse, workspace, safety_channel, context):
    def unclear(method, arguments):
        if method == "chat.postMessage" and "tried to report danger" in arguments["text"]:
            free()
            return 500, {}, {}
        return None

    free = workspace.on_call(unclear)
    fills_the_form(nurse)
    with the_database_held_by_someone_else(context):
        nurse.submits()
        assert newest_that_says(safety_channel, TRIED).shows("This message may be a repeat.")


def test_what_is_wrong_with_the_program_is_not_said_to_work_again_until_a_report_is_saved(
    nurse, workspace, safety_channel, context, monkeypatch
):
    def broken(*_arguments, **_named):
        raise KeyError("what somebody typed")

    with monkeypatch.context() as patch:
        patch.setattr("handlers.reports.report_form.submit_report", broken)
        fills_the_form(nurse)
        assert nurse.submits().errors["what"].startswith("Phone 01632 960 001 now. This is not saved.")
        newest_that_says(safety_channel, TRIED)
        workspace.clock.to(workspace.clock.now().replace(hour=14, minute=30))
        workspace.wait_until(lambda: context.clock.now().hour == 14, reason="The bot does not know the time.")
        nurse.submits()
        newest_that_says(safety_channel, "tried to report danger at 14:30.")
        assert those_that_say(safety_channel, "Saving works again") == []
    card_about(safety_channel, reference_in(reports(nurse)))
    newest_that_says(safety_channel, "Saving works again")
