"""The bot is away for a moment, or is told to stop while people wait for it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import pytest

from sandbox.people.person import Refused
from sandbox.people.waiting import LONGEST
from tests import bots
from tests.crash.launcher import Surroundings
from tests.crash.programs import ENDS_WITHIN, bot_process
from tests.journeys.engine_and_mode import on_both_pairs, over_a_socket, over_http
from tests.journeys.steps import WORDS, action_form, card_about, minutes_pass, opens, reference_in, reports

PATIENT = Surroundings(call_seconds=LONGEST)
"""Slack is held up until the test lets it go, which takes longer than two seconds on a busy machine."""


@pytest.fixture
def nurse(workspace):
    return workspace.person("Amara Okafor")


@pytest.fixture
def safety_lead(workspace):
    return workspace.person("Jo Carter")


@contextmanager
def held_up(workspace, method):
    """Slack answers this method only when the block ends. Gives what says that somebody has asked."""
    asked, go_on = threading.Event(), threading.Event()

    def hold(name, _arguments):
        if name == method:
            asked.set()
            go_on.wait(LONGEST)

    release = workspace.on_call(hold)
    try:
        yield asked
    finally:
        go_on.set()
        release()


@contextmanager
def an_action_under_way(workspace, nurse, safety_lead, owner):
    """Send the form of an action; until the block ends, the bot waits for what Slack knows of the owner."""
    action_form(safety_lead, nurse, workspace.channel("safety-team"))
    # Before it was sent, Slack was asked about the nurse as well.
    workspace.wait_until(lambda: nurse.direct_messages)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=workspace.clock.now().date())
    with ThreadPoolExecutor(1) as pool, held_up(workspace, "users.info") as asked:
        sending = pool.submit(safety_lead.submits)
        assert asked.wait(LONGEST)
        yield sending


@over_http
def test_while_the_bot_is_away_people_are_told_and_keep_what_they_wrote(workspace, settings, nurse):
    with bots.running(workspace, settings):
        nurse.runs("/incident door alarm silent", channel="oak-ward")
        nurse.answers(still_at_risk="no")
    with bots.reachable(workspace, settings):
        assert nurse.submits().error == "We had some trouble connecting. Try again?"
        with pytest.raises(Refused, match="dispatch_failed"):
            nurse.runs("/incident", channel="oak-ward")
    with bots.running(workspace, settings):
        reference = reference_in(nurse.submits())
        card_about(workspace.channel("safety-team"), reference)


@over_http
def test_an_event_that_came_while_the_bot_was_away_is_answered_once(workspace, settings, nurse):
    workspace.patience = replace(workspace.patience, retries=(0.0, 1.0, 2.0, 4.0))
    with bots.reachable(workspace, settings), ThreadPoolExecutor(1) as pool:
        opening = pool.submit(nurse.opens_home)
        with bots.running(workspace, settings):
            assert opening.result().says("You have not sent a report yet.")
    assert [call.method for call in workspace.calls].count("views.publish") == 1


@over_http
def test_a_form_that_is_under_way_is_saved_and_answered_before_the_bot_stops(
    workspace, settings, nurse, safety_lead, tmp_path
):
    owner = workspace.person("Chloe Price")
    with (
        bots.reachable(workspace, settings),
        bot_process(workspace, settings, log=tmp_path / "log", surroundings=PATIENT) as process,
    ):
        with an_action_under_way(workspace, nurse, safety_lead, owner) as sending:
            process.terminate()
            workspace.wait_until_bot_is_gone()
            with pytest.raises(Refused, match="dispatch_failed"):
                nurse.runs("/incident", channel="oak-ward")
            assert not sending.done()
        assert sending.result().says("The action is saved")
        process.join(ENDS_WITHIN)
        assert process.exitcode == 0
    minutes_pass(workspace, 6)  # What is agreed within a few minutes is one message.
    with bots.running(workspace, settings):
        workspace.wait_until(lambda: owner.direct_messages, reason="The owner was not told.")


@over_a_socket
def test_over_a_socket_a_form_that_is_under_way_is_answered_before_the_bot_hangs_up(
    workspace, settings, nurse, safety_lead, tmp_path
):
    owner = workspace.person("Chloe Price")
    with bot_process(workspace, settings, log=tmp_path / "log", surroundings=PATIENT) as process:
        with an_action_under_way(workspace, nurse, safety_lead, owner) as sending:
            process.terminate()
            with pytest.raises(TimeoutError):
                workspace.wait_until_bot_is_gone(seconds=0.5)
        assert sending.result().says("The action is saved")
        process.join(ENDS_WITHIN)
        assert process.exitcode == 0
    with pytest.raises(Refused, match="dispatch_failed"):
        nurse.runs("/incident", channel="oak-ward")


@on_both_pairs
def test_what_comes_after_an_acknowledgement_is_done_before_the_bot_stops(
    workspace, settings, nurse, safety_lead, tmp_path
):
    with (
        bots.reachable(workspace, settings),
        bot_process(workspace, settings, log=tmp_path / "log", surroundings=PATIENT) as process,
    ):
        card = card_about(workspace.channel("safety-team"), reference_in(reports(nurse)))
        with ThreadPoolExecutor(1) as pool, held_up(workspace, "views.open") as asked:
            opening = pool.submit(opens, safety_lead, card)
            assert asked.wait(LONGEST)
            process.terminate()
            workspace.wait_until_bot_is_gone()
        assert opening.result().says(WORDS)
        process.join(ENDS_WITHIN)
        assert process.exitcode == 0
