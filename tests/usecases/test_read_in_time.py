"""What a bulletin says in numbers: its team's own four weeks, and none that is small or gives a small one away."""

from datetime import timedelta

import pytest

from bot.usecases.incidents.open_incident import mark_read
from tests.domain.examples import OAK
from tests.usecases.bot_without_slack import at, started

COUNTED_FROM = at("2026-11-30 00:00")
"""A Monday. Bulletins from 4 to 25 January 2027 count the four weeks from here."""
DRAFTED, POSTED = at("2026-12-31 09:00"), at("2027-01-04 09:00")


@pytest.fixture
def bot(url):
    with started(url, COUNTED_FROM) as bot:
        bot.approved_points(8)
        bot.approves_drafts = True
        yield bot


def _reports(bot, count: int, *, team: str = "oak", read: int = 0, late: int = 0) -> None:
    """Reports sent now. `read` of them are read by the last minute of the next working day, `late` after it."""
    sent_at = bot.clock.now()
    end = (sent_at + timedelta(days=2)).replace(hour=0, minute=0)
    for number in range(count):
        report = bot.report(key=f"{team} {sent_at} {number}", team=team)
        if number < read + late:
            seen_at = end - timedelta(minutes=1) if number < read else end
            mark_read(bot.context, [report.id], by="U0SAFETY", now=seen_at)


def _said(bot) -> str:
    """What Oak's bulletin says in numbers."""
    bot.clock.to(max(DRAFTED, bot.clock.now()))
    bot.tick()
    bot.clock.to(POSTED)
    bot.tick()
    [posted] = [posted for posted in bot.of_kind("bulletin") if posted.target == OAK.channel]
    return next(
        block["text"]["text"]
        for block in posted.message.blocks
        if block["type"] == "section" and "Thank" in block["text"]["text"]
    )


def test_a_ward_with_ten_reports_reads_how_many_were_read_within_the_aim(bot):
    bot.clock.forward(timedelta(hours=12))
    _reports(bot, 13, read=11, late=1)
    assert _said(bot) == (
        "*Thank you* for 13 reports in the four weeks from Monday 30 November 2026. "
        "11 of 13 were read within one working day."
    )


def test_a_ward_with_few_reports_reads_its_service_s_share(bot):
    _reports(bot, 5, read=5)
    _reports(bot, 20, team="elm", read=16)
    assert _said(bot) == (
        "*Thank you* for 5 reports in the four weeks from Monday 30 November 2026.\n"
        "On wards with ten reports or more, about 80 of 100 were read within one working day."
    )


@pytest.mark.parametrize("count", [0, 1, 4])
def test_few_looks_like_none(bot, count):
    _reports(bot, count)
    assert _said(bot) == "*Thank you* for looking out for each other, and for telling us."


def test_only_the_four_weeks_count_to_the_instant(url):
    with started(url, COUNTED_FROM - timedelta(days=1)) as bot:
        bot.approved_points(8)
        bot.approves_drafts = True
        bot.clock.to(COUNTED_FROM - timedelta(microseconds=1))
        _reports(bot, 6)
        bot.clock.to(COUNTED_FROM)
        _reports(bot, 3)
        bot.clock.to(at("2026-12-28 00:00") - timedelta(microseconds=1))
        _reports(bot, 3)
        bot.clock.to(at("2026-12-28 00:00"))
        _reports(bot, 6)
        assert _said(bot).startswith("*Thank you* for 6 reports")


def test_four_bulletins_in_a_row_say_the_same_numbers_so_that_none_can_be_taken_from_another(bot):
    _reports(bot, 7)
    _said(bot)
    for week in range(1, 4):
        _reports(bot, 1)
        for moment in (DRAFTED, POSTED):
            bot.clock.to(moment + week * timedelta(weeks=1))
            bot.tick()
    told = [posted.message.blocks for posted in bot.of_kind("bulletin") if posted.target == OAK.channel]
    assert len(told) == 4
    assert all("*Thank you* for 7 reports" in str(blocks) for blocks in told)
