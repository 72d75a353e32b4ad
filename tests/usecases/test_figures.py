"""What a bulletin says in numbers: its team's own, of its own weeks to the instant, and none that is small."""

from datetime import timedelta

import pytest

from bot.usecases.actions import answers
from tests.domain.examples import ELM, NOON, OAK, PROOF
from tests.usecases.bot_without_slack import at, started

WEEK = timedelta(days=7)
INSTANT = timedelta(microseconds=1)
FIRST, SECOND = at("2026-11-30 09:00"), at("2026-12-07 09:00")
"""The first two Mondays after the bot was started."""


def _figures(bot, team=OAK) -> str:
    """The numbers in the newest bulletin of this team."""
    told = [posted for posted in bot.of_kind("bulletin") if posted.target == team.channel]
    return str(told[-1].message.blocks[2]["text"]["text"])


def _numbers(reports: str, good_care: str, actions: str) -> str:
    return f"*Reports:* {reports}\n*Of these, good care:* {good_care}\n*Actions finished:* {actions}"


def _tick_at(bot, moment) -> None:
    bot.clock.to(moment)
    bot.tick()


def _finish(bot, report, moment, *, key: str) -> None:
    """Agree an action now, and let it be done at this moment."""
    action = bot.agree(report, key=key, due_on=(bot.clock.now() + WEEK).date())
    answers.complete_action(bot.context, action.id, PROOF, by="U0OWNER", now=moment)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("2026-10-18 23:00", "2026-10-26 00:00", id="an hour longer"),
        pytest.param("2027-03-22 00:00", "2027-03-28 23:00", id="an hour shorter"),
        pytest.param("2026-12-07 00:00", "2026-12-14 00:00", id="an ordinary week"),
    ],
)
def test_the_first_instant_of_the_week_counts_and_the_first_of_the_next_does_not(url, start, end):
    first, after = at(start), at(end)
    with started(url, first - timedelta(days=1)) as bot:
        bot.clock.to(first - INSTANT)
        earlier = bot.report(key="earlier", kind="good_care")
        bot.clock.to(first)
        reports = [bot.report(key=f"first {number}", kind="good_care") for number in range(5)]
        _finish(bot, earlier, first - INSTANT, key="earlier")
        for number, report in enumerate([earlier, *reports]):
            _finish(bot, report, first, key=f"first {number}")
        _tick_at(bot, first + timedelta(hours=12))
        bot.clock.to(after - INSTANT)
        for number in range(6):
            bot.report(key=f"last {number}")
        _finish(bot, earlier, after - INSTANT, key="last")
        bot.clock.to(after)
        bot.report(key="after", kind="good_care")
        _finish(bot, earlier, after, key="after")
        _tick_at(bot, after + timedelta(hours=10))
        assert _figures(bot) == _numbers("11", "5", "7")


def test_each_team_is_told_its_own_numbers(bot):
    for team, count in (("oak", 5), ("elm", 7)):
        for number in range(count):
            report = bot.report(key=f"{team} {number}", team=team)
            _finish(bot, report, NOON, key=f"{team} {number}")
    _tick_at(bot, FIRST)
    assert _figures(bot, OAK) == _numbers("5", "fewer than 5", "5")
    assert _figures(bot, ELM) == _numbers("7", "fewer than 5", "7")


@pytest.mark.parametrize("count", [0, 1, 4])
def test_small_numbers_are_hidden_and_few_looks_like_none(bot, count):
    for number in range(count):
        report = bot.report(key=f"oak {number}", kind="good_care")
        _finish(bot, report, NOON, key=f"oak {number}")
    _tick_at(bot, FIRST)
    assert _figures(bot) == _numbers("fewer than 5", "fewer than 5", "fewer than 5")


@pytest.mark.parametrize(("others", "part"), [(0, "not shown"), (4, "not shown"), (5, "5")])
def test_a_part_is_hidden_where_the_small_rest_could_be_found_by_taking_it_away(bot, others, part):
    for number in range(5 + others):
        bot.report(key=f"oak {number}", kind="good_care" if number < 5 else "care")
    _tick_at(bot, FIRST)
    assert _figures(bot) == _numbers(str(5 + others), part, "fewer than 5")


def test_a_report_counts_in_the_week_it_was_sent_not_in_the_week_it_tells_of(bot):
    bot.clock.to(FIRST)
    for number in range(5):
        bot.report(key=f"oak {number}", happened_at=NOON)
    bot.tick()
    assert _figures(bot) == _numbers("fewer than 5", "fewer than 5", "fewer than 5")
    _tick_at(bot, SECOND)
    assert _figures(bot) == _numbers("5", "fewer than 5", "fewer than 5")


def test_a_late_bulletin_of_two_weeks_counts_both(bot):
    _tick_at(bot, FIRST)
    for number in range(3):
        bot.report(key=f"first {number}")
    bot.clock.to(SECOND)
    for number in range(3):
        bot.report(key=f"second {number}")
    _tick_at(bot, FIRST + 2 * WEEK + timedelta(hours=2))
    assert _figures(bot) == _numbers("6", "fewer than 5", "fewer than 5")
