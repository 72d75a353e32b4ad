"""The morning's line: once on each working day at 08:30, with the numbers of the queue, and never late."""

from datetime import timedelta

import pytest

from bot.domain.reports.report import AtRisk
from bot.usecases.incidents.morning_line import LATEST
from storage import incidents
from tests.domain.examples import NOON, a_service
from tests.usecases.bot_without_slack import at

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TOMORROW = at("2026-11-25 08:30")
"""The bots of these tests start on Tuesday 24 November at noon."""


def _lines(bot):
    return [posted.message.text for posted in bot.of_kind("morning_line")]


def _days(bot):
    return [f"{posted.at:%a %d %b %H:%M}" for posted in bot.of_kind("morning_line")]


def _goes_to(bot, moment):
    """A tick each half hour until then."""
    while bot.clock.now() < moment:
        bot.clock.forward(HOUR / 2)
        bot.tick()


def test_it_says_how_much_waits_at_half_past_eight(bot, clock):
    bot.report(still_at_risk=AtRisk.NOT_SURE)
    bot.tick()
    clock.to(TOMORROW - MINUTE)
    bot.tick()
    assert _lines(bot) == []
    clock.to(TOMORROW)
    bot.tick()
    bot.tick()
    [line] = bot.of_kind("morning_line")
    assert line.target == bot.context.service.safety_channel
    assert line.message.text == "This morning: 1 new. 1 may still be at risk."


def test_it_comes_on_working_days_only(bot):
    bot.report()
    bot.tick()
    _goes_to(bot, at("2026-12-01 12:00"))
    days = ["Wed 25 Nov", "Thu 26 Nov", "Fri 27 Nov", "Mon 30 Nov", "Tue 01 Dec"]
    assert _days(bot) == [f"{day} 08:30" for day in days]
    assert _lines(bot)[2:4] == ["This morning: 1 new. 1 has waited longer than a working day."] * 2


def test_around_christmas_it_rests(bot, clock):
    clock.to(at("2026-12-23 12:00"))
    bot.report()
    bot.tick()
    for day in range(24, 32):
        clock.to(at(f"2026-12-{day} 08:30"))
        bot.tick()
    assert _days(bot) == ["Thu 24 Dec 08:30", "Tue 29 Dec 08:30", "Wed 30 Dec 08:30", "Thu 31 Dec 08:30"]


def test_where_nothing_waits_nothing_is_said(bot, clock):
    bot.tick()
    clock.to(TOMORROW)
    assert bot.tick() == 0
    bot.report()
    clock.to(TOMORROW + DAY)
    bot.tick()
    assert _days(bot) == ["Thu 26 Nov 08:30"]


def test_half_past_eight_is_half_past_eight_where_the_service_is(bot, clock):
    bot.configure(a_service(time_zone="America/New_York"))
    bot.report()
    bot.tick()
    clock.to(at("2026-11-25 13:29"))
    bot.tick()
    assert _lines(bot) == []
    clock.to(at("2026-11-25 13:30"))
    bot.tick()
    assert len(_lines(bot)) == 1


@pytest.mark.parametrize("late", [MINUTE, LATEST])
def test_a_bot_that_is_started_in_the_morning_says_it_once(bot, clock, late):
    bot.report()
    clock.to(TOMORROW + late)
    bot.tick()
    bot.restart()
    bot.tick()
    bot.restart()
    bot.tick()
    assert len(_lines(bot)) == 1


def test_when_the_morning_is_over_it_is_not_said_any_more_and_the_next_day_it_is(bot, clock):
    bot.report()
    bot.tick()
    clock.to(TOMORROW + LATEST + MINUTE)
    bot.tick()
    assert _lines(bot) == []
    clock.to(TOMORROW + DAY)
    bot.tick()
    assert _days(bot) == ["Thu 26 Nov 08:30"]


def test_ticks_that_rested_for_days_say_this_morning_s_once(bot, clock):
    bot.report()
    bot.tick()
    clock.to(TOMORROW + 2 * DAY + HOUR)
    bot.tick()
    bot.tick()
    bot.tick()
    assert _days(bot) == ["Fri 27 Nov 09:30"]


@pytest.mark.parametrize("ahead", [2 * DAY, 6 * DAY, 40 * DAY])
def test_a_clock_that_was_ahead_and_is_put_right_silences_no_morning(bot, clock, ahead):
    bot.report()
    bot.tick()
    clock.to(TOMORROW + ahead)
    bot.tick()
    clock.back(ahead)
    bot.tick()
    early = len(_lines(bot))
    for day in range(3):
        clock.to(TOMORROW + day * DAY + MINUTE)
        bot.tick()
    assert len(_lines(bot)) == early + 3


def test_the_line_says_what_is_true_when_it_leaves_and_nothing_the_day_after(bot, clock):
    report = bot.report()
    bot.tick()
    bot.post_all()
    clock.to(TOMORROW)
    bot.queue_what_is_due()
    bot.report(key="form 2")
    line = next(each for each in iter(bot.next_message, None) if each.kind == "morning_line")
    assert bot.composed(line).text == "This morning: 2 new."
    _close(bot, report.id)
    assert bot.composed(line).text == "This morning: 1 new."
    clock.forward(DAY)
    assert bot.composed(line) is None


def test_nothing_is_said_if_all_was_looked_at_before_it_leaves(bot, clock):
    report = bot.report()
    bot.tick()
    bot.post_all()
    clock.to(TOMORROW)
    bot.queue_what_is_due()
    _close(bot, report.id)
    assert bot.composed(bot.next_message()) is None


def _close(bot, incident_id):
    with bot.context.database.writing(wait=30) as transaction:
        before = incidents.of_report(transaction, incident_id)
        after = {"state": "closed", "closed_at": NOON, "closed_by": "U0SAFETY", "unanswered": 0}
        incidents.change(transaction, before, before.model_copy(update=after))
