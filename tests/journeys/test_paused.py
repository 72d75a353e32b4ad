"""Notifications are paused: somebody is asked all the same, and no card says that anybody was woken."""

import threading
from dataclasses import replace

import pytest

from sandbox.people.waiting import LONGEST
from tests.journeys import test_ladder
from tests.journeys.steps import card_about, direct_message, reference_in, reports

NIGHT = ("22:00", "08:00")  # Slack's own default for a whole workspace.
SILENT = "Slack will probably wake nobody. Phone 01632 960 001."


@pytest.fixture
def paused(workspace):
    """Pause these people's notifications, or everybody's, each night."""

    def pause(*people):
        with workspace.change():
            for member in workspace.members.values():
                hours = NIGHT if not people or member.name in people else None
                workspace.members[member.id] = replace(member, quiet=hours)

    return pause


@pytest.fixture
def second(workspace, context):
    return workspace.person("Harry Singh")


@pytest.fixture
def executive(workspace, context):
    return workspace.person("Ivy Morgan")


@pytest.fixture
def at_two_at_night(workspace, context, second, executive):
    """Lee is first on call, Harry second, Ivy the executive; Slack has told that so many of them are paused."""

    def begin(paused):
        test_ladder.it_is_two_at_night(workspace, context, second, executive)
        people = [workspace.person("Lee Fraser"), second, executive]

        def told():
            return [context.quiet_hours.paused(person.id, now=context.clock.now()) for person in people]

        workspace.wait_until(lambda: told() == paused, reason="Slack has not told.")

    return begin


def test_the_whole_workspace_is_paused(
    workspace, nurse, on_call, second, executive, safety_channel, paused, at_two_at_night
):
    paused()
    at_two_at_night([True, True, True])
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    for person in (on_call, second, executive):
        asked = direct_message(person, "Someone may still be at risk")
        assert asked.shows(f"{person.name}: notifications paused, may not ring.")
    card = card_about(safety_channel, reference)
    assert card.shows(SILENT)
    assert not card.shows("not known")
    assert direct_message(nurse, "Your report is saved").shows(SILENT)
    nurse.opens_home()
    workspace.wait_until(lambda: nurse.home.says(SILENT), reason="Home does not say so.")


def test_somebody_paused_is_sent_it_and_the_next_one_is_asked_at_once(
    workspace, nurse, on_call, second, executive, safety_channel, paused, at_two_at_night
):
    paused("Lee Fraser")
    at_two_at_night([True, False, False])
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    direct_message(on_call, "Someone may still be at risk")
    asked = direct_message(second, "Lee Fraser: notifications paused, may not ring.")
    assert not asked.shows("Harry Singh: notifications paused")
    assert not asked.shows(SILENT)
    assert card_about(safety_channel, reference).shows("@Harry Singh @Lee Fraser")
    assert test_ladder.about(executive.direct_messages, reference) == []
    assert not direct_message(nurse, "Your report is saved").shows(SILENT)
    test_ladder.minutes_pass(workspace, 20)
    direct_message(executive, "Someone may still be at risk")


def test_without_the_scope_it_is_not_known(
    workspace, nurse, on_call, second, safety_channel, paused, at_two_at_night
):
    paused()
    with workspace.change():
        workspace.scopes -= {"dnd:read"}
    at_two_at_night([None, None, None])
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    asked = direct_message(on_call, "Someone may still be at risk")
    assert asked.shows("Whether notifications are paused: not known.")
    assert not card_about(safety_channel, reference).shows(SILENT)
    assert test_ladder.about(second.direct_messages, reference) == []


def test_a_rung_does_not_wait_for_slack_to_tell(workspace, nurse, on_call, safety_channel, at_two_at_night):
    asked, answered = threading.Event(), threading.Event()

    def slow(method, _arguments):
        if method == "dnd.teamInfo":
            asked.set()
            answered.wait(LONGEST)

    workspace.on_call(slow)
    at_two_at_night([False, None, None])  # As told at noon: Harry and Ivy had no roles then.
    try:
        assert asked.wait(LONGEST)
        reports(nurse, still_at_risk="yes")
        direct_message(on_call, "Someone may still be at risk")
    finally:
        answered.set()
