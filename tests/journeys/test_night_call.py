"""Each ringing, and danger that is not saved, rings at night: signed, and without a word of the report."""

import pytest
from pydantic import SecretStr

from tests.journeys.steps import WORDS, direct_message, reference_in, reports
from tests.journeys.test_ladder import it_is_two_at_night, minutes_pass, rung_for, takes
from tests.journeys.test_unsaved_danger import fills_the_form, newest_that_says, those_that_say
from tests.receiver import SECRET, receiving


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def settings(settings, receiver):
    return settings.model_copy(update={"candour_page_url": receiver.url, "candour_page_secret": SecretStr(SECRET)})


def test_each_ringing_rings_once_at_night_and_stops_when_somebody_has_it(
    workspace, context, nurse, on_call, receiver
):
    second, executive = workspace.person("Harry Singh"), workspace.person("Ivy Morgan")
    it_is_two_at_night(workspace, context, second, executive)
    receiver.statuses = [503, 503]
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    workspace.wait_until(lambda: len(receiver.bodies) == 3, reason="It was not tried again.")
    first = receiver.bodies[-1]
    assert (first["asks"], first["test"]) == (["first"], False)
    assert first["say"] == "Open Slack now. Somebody may be at risk. No Slack? Phone 01632 960 001."
    assert receiver.bodies == [first] * 3

    minutes_pass(workspace, 10)
    workspace.wait_until(lambda: len(receiver.bodies) == 4, reason="The second rung did not ring.")
    following = receiver.bodies[-1]
    assert (following["asks"], following["alert"]) == (["second"], first["alert"])
    assert following["id"] != first["id"]

    takes(second, rung_for(second))
    minutes_pass(workspace, 16)
    direct_message(second, "Is everybody on Oak Ward safe now?")
    assert len(receiver.bodies) == 4
    assert receiver.unsigned == 0
    nothing_is_told_of(receiver, WORDS, "Oak", reference, "Amara", nurse.id, on_call.id, "960 010")


def test_danger_that_is_not_saved_rings_once_a_minute_without_a_word_of_the_report(
    workspace, context, nurse, on_call, safety_channel, receiver, monkeypatch
):
    def broken(*_arguments, **_named):
        raise KeyError(WORDS)

    def it_is(minute):
        workspace.clock.to(workspace.clock.now().replace(hour=14, minute=minute, second=0))
        workspace.wait_until(lambda: context.clock.now().minute == minute, reason="The bot does not know the time.")

    def calls(count):
        workspace.wait_until(lambda: len(receiver.bodies) >= count, reason="Nothing rang.")
        return receiver.bodies

    monkeypatch.setattr("handlers.reports.report_form.submit_report", broken)
    fills_the_form(nurse)
    it_is(30)
    shown = [nurse.submits().errors["what"], nurse.submits().errors["what"]]
    assert (
        shown
        == ["Phone 01632 960 001 now. This is not saved. Your words are still here. Press Send again in a moment."]
        * 2
    )
    newest_that_says(safety_channel, "tried to report danger at 14:30.")
    calls(1)
    it_is(45)
    nurse.submits()
    newest_that_says(safety_channel, "tried to report danger at 14:45.")
    first, later = calls(2)
    assert len({each[name] for each in (first, later) for name in ("id", "alert")}) == 4
    assert (first["asks"], first["test"]) == (["first", "second"], False)
    assert first["say"] == "Open Slack now. Somebody may be at risk. No Slack? Phone 01632 960 001."
    assert len(those_that_say(safety_channel, "tried to report danger")) == 2
    assert receiver.unsigned == 0
    nothing_is_told_of(receiver, WORDS, "Oak", "Amara", nurse.id, on_call.id, "960 010", "14:30")


def nothing_is_told_of(receiver, *private):
    told = "".join(receiver.raw)
    assert [each for each in private if each in told] == []
