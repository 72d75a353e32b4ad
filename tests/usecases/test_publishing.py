"""Bulletins: one a week for each team, at 09:00 where the team is, whatever restarts, outages and clocks do."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.bulletins import Issue
from bot.usecases import acting, publishing
from storage.encryption import Keyring, new_key
from tests.domain.examples import ELM, LONDON, NOON, OAK, a_service, a_team
from tests.storage.examples import at_once
from tests.usecases.living import TICK, Bot, FrozenClock, at, started

WEEK = timedelta(days=7)
INSTANT = timedelta(microseconds=1)


def issues(bot, team="oak") -> list[Issue]:
    """The bulletins that this team got, oldest first."""
    told = [Issue.model_validate_json(posted.subject["issue"]) for posted in bot.of_kind("bulletin")]
    return [issue for issue in told if issue.team == team]


def kept_mondays(bot, team="oak") -> list[str]:
    """The Mondays that count as told."""
    told = bot.rows("SELECT subject, local_key FROM occurrence WHERE kind = 'bulletin' ORDER BY local_key")
    return [monday for code, monday in told if code == team]


def figures(bot, team=OAK) -> str:
    """The numbers in the newest bulletin of this team."""
    told = [posted for posted in bot.of_kind("bulletin") if posted.target == team.channel]
    return str(told[-1].message.blocks[2]["text"]["text"])


def finish(bot, report, moment, *, key: str) -> None:
    """Agree an action now, done at this moment."""
    action = bot.agree(report, key=key, due_on=bot.clock.now().date() + WEEK)
    acting.complete_action(bot.house, action.id, by="U0OWNER", now=moment)


def tick_at(bot, moment) -> None:
    bot.clock.to(moment)
    bot.tick()


def test_the_first_bulletin_of_a_team_comes_on_the_monday_after_it_joined(bot):
    tick_at(bot, at("2026-11-30 08:59"))
    assert issues(bot) == []
    tick_at(bot, at("2026-11-30 09:00"))
    assert issues(bot) == [Issue(team="oak", first=date(2026, 11, 23), monday=date(2026, 11, 30), late=False)]


def test_every_team_gets_its_own_once_however_often_the_clock_ticks(bot):
    for minutes in range(0, 60, 5):
        tick_at(bot, at("2026-11-30 09:00") + timedelta(minutes=minutes))
    assert [posted.target for posted in bot.of_kind("bulletin")] == [OAK.channel, ELM.channel]


@pytest.mark.parametrize(
    ("start", "mondays"),
    [
        ("2026-10-20 12:00", ["2026-10-26 09:00", "2026-11-02 09:00"]),  # The clocks go back on the 25th.
        ("2027-03-23 12:00", ["2027-03-29 08:00", "2027-04-05 08:00"]),  # Forward on the 28th; Easter Monday.
        ("2026-12-22 12:00", ["2026-12-28 09:00", "2027-01-04 09:00"]),  # The 28th is a bank holiday.
        ("2028-12-20 12:00", ["2028-12-25 09:00", "2029-01-01 09:00"]),  # Christmas Day and New Year's Day.
    ],
)
def test_nine_oclock_is_nine_oclock_over_clock_changes_and_bank_holidays(tmp_path, start, mondays):
    with started(tmp_path, at(start)) as bot:
        for monday in mondays:
            tick_at(bot, at(monday) - timedelta(minutes=1))
            tick_at(bot, at(monday))
        assert [posted.at for posted in bot.of_kind("bulletin") if posted.target == OAK.channel] == [
            at(monday) for monday in mondays
        ]
        assert {posted.at.astimezone(ZoneInfo(LONDON)).hour for posted in bot.of_kind("bulletin")} == {9}


def test_nine_oclock_is_nine_where_the_team_is(bot):
    new_york = a_team(code="ash", name="Ash ward", channel="C0ASH", time_zone="America/New_York")
    bot.configure(a_service(teams=(OAK, ELM, new_york)))
    for hour in range(24):
        tick_at(bot, at("2026-11-30 00:00") + timedelta(hours=hour))
    assert [(posted.target, posted.at) for posted in bot.of_kind("bulletin")] == [
        (OAK.channel, at("2026-11-30 09:00")),
        (ELM.channel, at("2026-11-30 09:00")),
        ("C0ASH", at("2026-11-30 14:00")),
    ]


def test_an_outage_of_nine_days_is_told_once_marked_late_with_both_weeks(bot):
    tick_at(bot, at("2026-11-30 09:00"))
    tick_at(bot, at("2026-12-05 12:00"))
    bot.stop()
    bot.clock.to(at("2026-12-14 12:00"))
    bot.restart()
    for minutes in range(0, 7 * 24 * 60 + 60, 60):
        tick_at(bot, at("2026-12-14 12:00") + timedelta(minutes=minutes))
    assert issues(bot) == [
        Issue(team="oak", first=date(2026, 11, 23), monday=date(2026, 11, 30), late=False),
        Issue(team="oak", first=date(2026, 11, 30), monday=date(2026, 12, 14), late=True),
        Issue(team="oak", first=date(2026, 12, 14), monday=date(2026, 12, 21), late=False),
    ]
    said_late = ["This bulletin is late." in str(posted.message.blocks) for posted in bot.of_kind("bulletin")]
    assert said_late == [False, False, True, True, False, False]
    assert kept_mondays(bot) == ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"]


@pytest.mark.parametrize("start", ["2026-10-13 12:00", "2027-03-16 12:00"])
def test_weeks_of_missed_ticks_and_restarts_tell_every_monday_once(tmp_path, luck, start):
    """Over the ends and the beginning of summer time."""
    with started(tmp_path, at(start)) as bot:
        bot.live_until(at(start) + 4 * WEEK, luck=luck)
        joined = at(start).date() - timedelta(days=1)
        weeks = [(joined + number * WEEK, joined + (number + 1) * WEEK, False) for number in range(4)]
        for team in ("oak", "elm"):
            assert [(issue.first, issue.monday, issue.late) for issue in issues(bot, team)] == weeks
        local = {posted.at.astimezone(ZoneInfo(LONDON)).time() for posted in bot.of_kind("bulletin")}
        assert all(time(9) <= moment <= time(10) for moment in local)


def test_a_clock_that_goes_back_repeats_nothing(bot, clock):
    tick_at(bot, at("2026-11-30 09:00"))
    tick_at(bot, at("2026-12-15 09:00"))
    for back in (timedelta(minutes=1), timedelta(days=3), timedelta(days=9), timedelta(days=20)):
        clock.back(back)
        bot.tick()
        tick_at(bot, clock.now() + back - TICK)
        tick_at(bot, clock.now() + TICK)
    assert [issue.monday for issue in issues(bot)] == [date(2026, 11, 30), date(2026, 12, 14)]
    tick_at(bot, at("2026-12-21 09:00"))
    assert issues(bot)[2:] == [Issue(team="oak", first=date(2026, 12, 14), monday=date(2026, 12, 21), late=False)]


def test_only_a_look_that_queues_something_wakes_delivery(bot, clock):
    assert publishing.queue_bulletins(bot.house, now=clock.now()) == 0
    assert bot.rings == 0
    looks = [publishing.queue_bulletins(bot.house, now=at("2026-11-30 09:00")) for _ in range(3)]
    assert (looks, bot.rings) == ([2, 0, 0], 1)


def test_two_looks_at_the_same_moment_queue_one(bot, clock):
    clock.to(at("2026-11-30 09:00"))
    with ThreadPoolExecutor(8) as at_once:
        looks = [at_once.submit(publishing.queue_bulletins, bot.house, now=clock.now()) for _ in range(8)]
    assert sum(look.result() for look in looks) == 2
    bot.post_all()
    assert len(issues(bot)) == 1


def test_two_replicas_at_the_same_moment_queue_one(tmp_path):
    """Each has its own connection: only the database can tell them apart."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), FrozenClock(NOON)
    with ExitStack() as stack:
        replicas = [Bot(tmp_path / "candour.db", keyring, clock) for _ in range(2)]
        for replica in replicas:
            stack.callback(replica.stop)
        for week in range(12):
            clock.to(at("2026-11-30 09:00") + week * WEEK)
            queued: list[int] = []
            at_once(
                lambda number, queued=queued: queued.append(  # type: ignore[misc] - mypy cannot infer this lambda
                    publishing.queue_bulletins(replicas[number].house, now=clock.now())
                ),
                threads=2,
            )
            assert sum(queued) == 2
            replicas[week % 2].post_all()
        told = issues(replicas[0]) + issues(replicas[1])
        assert sorted(issue.monday for issue in told) == [date(2026, 11, 30) + week * WEEK for week in range(12)]


def test_a_team_that_joins_in_mid_week_starts_with_that_week_and_changes_nothing_for_the_others(bot):
    without_elm = tuple(person for person in a_service().people if person.team != "elm")
    bot.configure(a_service(teams=(OAK,), people=without_elm))
    bot.clock.to(at("2026-12-03 12:00"))
    bot.configure(a_service(teams=(OAK, a_team(code="ash", name="Ash ward", channel="C0ASH")), people=without_elm))
    bot.tick()
    tick_at(bot, at("2026-12-07 09:00"))
    assert issues(bot, "ash") == [Issue(team="ash", first=date(2026, 11, 30), monday=date(2026, 12, 7), late=False)]
    assert [issue.monday for issue in issues(bot)] == [date(2026, 11, 30), date(2026, 12, 7)]


def test_a_team_that_comes_back_gets_no_bulletin_of_the_time_it_was_gone(bot):
    tick_at(bot, at("2026-11-30 09:00"))
    bot.configure(a_service(teams=(ELM,), people=tuple(p for p in a_service().people if p.team != "oak")))
    tick_at(bot, at("2026-12-28 09:00"))
    bot.clock.to(at("2027-01-13 12:00"))
    bot.configure(a_service())
    tick_at(bot, at("2027-01-18 09:00"))
    assert issues(bot)[1:] == [Issue(team="oak", first=date(2027, 1, 11), monday=date(2027, 1, 18), late=False)]


def test_a_bulletin_of_a_team_that_has_left_is_not_sent(bot):
    bot.clock.to(at("2026-11-30 09:00"))
    publishing.queue_bulletins(bot.house, now=bot.clock.now())
    bot.configure(a_service(teams=(ELM,), people=tuple(p for p in a_service().people if p.team != "oak")))
    bot.post_all()
    assert [posted.target for posted in bot.of_kind("bulletin")] == [ELM.channel]


def test_it_counts_the_team_s_own_week_from_monday_to_sunday(bot):
    for number, moment in enumerate(["2026-11-29 23:59", *["2026-11-30 00:00"] * 6, "2026-11-30 00:01"]):
        bot.clock.to(at(moment))
        bot.report(key=f"oak {number}", team="oak", kind="good_care" if number == 1 else "care")
        bot.report(key=f"elm {number}", team="elm")
    tick_at(bot, at("2026-12-06 23:59"))
    bot.report(key="last", team="oak")
    bot.clock.to(at("2026-12-07 00:00"))
    bot.report(key="next week", team="oak")
    tick_at(bot, at("2026-12-07 09:00"))
    words = str(bot.of_kind("bulletin")[-2].message.blocks)
    assert "*Reports:* 8\\n*Of these, good care:* fewer than 5\\n*Actions finished:* fewer than 5" in words


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-10-18 23:00", "2026-10-26 00:00"),  # An hour longer than other weeks.
        ("2027-03-22 00:00", "2027-03-28 23:00"),  # An hour shorter.
        ("2026-12-07 00:00", "2026-12-14 00:00"),
    ],
)
def test_the_first_instant_of_the_week_counts_and_the_first_of_the_next_does_not(tmp_path, start, end):
    first, after = at(start), at(end)
    with started(tmp_path, first - timedelta(days=1)) as bot:
        bot.clock.to(first - INSTANT)
        too_early = bot.report(key="before", kind="good_care")
        bot.clock.to(first)
        reports = [bot.report(key=f"first {number}", kind="good_care") for number in range(5)]
        elsewhere = bot.report(key="elsewhere", kind="good_care", team="elm")
        finish(bot, elsewhere, first, key="elsewhere")
        finish(bot, reports[0], first - INSTANT, key="before")
        for number, report in enumerate([too_early, *reports]):
            finish(bot, report, first, key=f"first {number}")
        tick_at(bot, first + timedelta(hours=12))
        bot.clock.to(after - INSTANT)
        for number in range(6):
            bot.report(key=f"last {number}")
        finish(bot, reports[0], after - INSTANT, key="last")
        bot.clock.to(after)
        bot.report(key="after", kind="good_care")
        finish(bot, reports[0], after, key="after")
        tick_at(bot, after + timedelta(hours=10))
        assert figures(bot) == "*Reports:* 11\n*Of these, good care:* 5\n*Actions finished:* 7"


@pytest.mark.parametrize(
    ("count", "said", "part"),
    [(0, "fewer than 5", "fewer than 5"), (4, "fewer than 5", "fewer than 5"), (5, "5", "not shown")],
)
def test_small_numbers_are_hidden_and_none_is_not_told_from_few(bot, count, said, part):
    others = bot.report(team="elm")
    for number in range(5):
        bot.report(key=f"elm {number}", team="elm", kind="good_care")
        finish(bot, others, NOON, key=f"elm {number}")
    for number in range(count):
        finish(bot, bot.report(key=f"oak {number}", kind="good_care"), NOON, key=f"oak {number}")
    tick_at(bot, at("2026-11-30 09:00"))
    assert figures(bot) == f"*Reports:* {said}\n*Of these, good care:* {part}\n*Actions finished:* {said}"
    assert figures(bot, ELM) == "*Reports:* 6\n*Of these, good care:* not shown\n*Actions finished:* 5"


def test_a_report_counts_in_the_week_it_was_sent_not_in_the_week_it_tells_of(bot, clock):
    clock.to(at("2026-11-30 12:00"))
    for number in range(5):
        bot.report(key=f"late {number}", happened_at=NOON)
    bot.tick()
    assert figures(bot).startswith("*Reports:* fewer than 5\n")
    tick_at(bot, at("2026-12-07 09:00"))
    assert figures(bot).startswith("*Reports:* 5\n")
