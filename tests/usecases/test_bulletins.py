"""Bulletins: each team once a week, on Monday at 09:00 where it is; missed weeks are told once, late."""

import json
import threading
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.domain.bulletins.edition import Edition
from bot.domain.bulletins.schedule import WEEK
from bot.usecases.bulletins import weekly
from bot.usecases.context import BACKGROUND_SECONDS
from storage import due, figures, occurrences
from storage.due import DueTime
from storage.engine.encryption import Keyring, new_key
from tests.domain.examples import ELM, NOON, OAK, ON_CALL, SAFETY, a_service, a_team
from tests.storage.examples import at_once
from tests.usecases.bot_without_slack import TICK, Bot, FrozenClock, at, started

HOUR = timedelta(hours=1)
MONDAY = at("2026-11-30 09:00")
"""The first Monday after the bot was started."""
JOINED = date(2026, 11, 23)
"""The Monday of the week in which it was started."""
PEOPLE = (SAFETY, ON_CALL)


def _editions(bot, team: str = "oak") -> list[Edition]:
    found = [Edition.model_validate_json(json.dumps(posted.subject["edition"])) for posted in bot.of_kind("bulletin")]
    return [edition for edition in found if edition.team == team]


def _told(bot, team: str = "oak") -> list[tuple[date, date, bool]]:
    return [(edition.first, edition.monday, edition.late) for edition in _editions(bot, team)]


def _tick_at(bot, *moments: datetime) -> None:
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def test_each_team_gets_its_bulletin_on_monday_at_nine_in_its_channel(bot):
    _tick_at(bot, MONDAY - timedelta(microseconds=1))
    assert bot.posted == []
    _tick_at(bot, MONDAY)
    assert [(posted.at, posted.target) for posted in bot.posted] == [(MONDAY, "C0OAK"), (MONDAY, "C0ELM")]
    assert _told(bot) == _told(bot, "elm") == [(JOINED, JOINED + WEEK, False)]


def test_a_repeated_tick_publishes_nothing_and_wakes_nobody(bot, clock):
    clock.to(MONDAY)
    assert [bot.queue_what_is_due() for _ in range(3)] == [2, 0, 0]
    assert bot.rings == 1


def test_nine_oclock_is_nine_oclock_where_the_team_is(bot):
    teams = (OAK, a_team(code="elm", name="Elm", channel="C0ELM", time_zone="America/New_York"))
    bot.configure(a_service(teams=teams, people=PEOPLE))
    hours = [at("2026-11-29 00:00") + number * HOUR for number in range(48)]
    _tick_at(bot, *hours)
    assert [(posted.at, posted.target) for posted in bot.posted] == [
        (at("2026-11-30 09:00"), "C0OAK"),
        (at("2026-11-30 14:00"), "C0ELM"),
    ]


@pytest.mark.parametrize("engine", ["sqlite"])  # Thousands of ticks: on PostgreSQL they take a minute.
@pytest.mark.parametrize(
    ("start", "end", "mondays"),
    [
        pytest.param(
            "2026-10-22 12:00",
            "2026-11-02 16:00",
            {
                OAK.code: ["2026-10-26 09:00", "2026-11-02 09:00"],
                ELM.code: ["2026-10-26 13:00", "2026-11-02 14:00"],
            },
            id="the clocks go back",
        ),
        pytest.param(
            "2027-03-18 12:00",
            "2027-03-29 16:00",
            {
                OAK.code: ["2027-03-22 09:00", "2027-03-29 08:00"],
                ELM.code: ["2027-03-22 13:00", "2027-03-29 13:00"],
            },
            id="the clocks go forward, and Easter Monday",
        ),
    ],
)
def test_weeks_of_missed_ticks_and_restarts_give_one_bulletin_a_week(url, start, end, mondays, luck):
    teams = (OAK, a_team(code="elm", name="Elm", channel="C0ELM", time_zone="America/New_York"))
    with started(url, at(start)) as bot:
        bot.configure(a_service(teams=teams, people=PEOPLE))
        bot.live_until(at(end), luck=luck)
        for team in teams:
            due = [at(moment) for moment in mondays[team.code]]
            sent = [posted.at for posted in bot.of_kind("bulletin") if posted.target == team.channel]
            assert len(sent) == len(due)
            assert all(timedelta(0) <= came - moment < HOUR for came, moment in zip(sent, due, strict=True))
            assert [edition.late for edition in _editions(bot, team.code)] == [False] * len(due)


def test_each_report_is_counted_in_one_bulletin_also_around_midnight_and_clock_changes(url):
    with started(url, at("2026-10-14 12:00")) as bot:
        moments = [
            *("2026-10-18 22:59", "2026-10-18 23:00", "2026-10-25 00:30", "2026-10-25 01:30"),
            *("2026-10-25 23:59", "2026-10-26 00:00", "2026-11-01 23:59"),
        ]
        for number, moment in enumerate(moments):
            _tick_at(bot, at(moment))
            bot.submit(key=f"form {number}")
        _tick_at(bot, at("2026-11-02 09:00"))
        editions = _editions(bot)
        assert [edition.first for edition in editions[1:]] == [edition.monday for edition in editions[:-1]]
        with bot.context.database.reading() as transaction:
            windows = [edition.window(ZoneInfo("Europe/London")) for edition in editions]
            counted = [figures.of_teams(transaction, {"oak": window})["oak"].reports for window in windows]
        assert counted == [1, 4, 2]


@pytest.mark.parametrize(("waited", "late"), [(TICK, False), (HOUR, False), (HOUR + TICK, True), (3 * HOUR, True)])
def test_a_bulletin_that_is_more_than_an_hour_late_says_so(bot, waited, late):
    _tick_at(bot, MONDAY + waited)
    assert _told(bot) == [(JOINED, JOINED + WEEK, late)]
    assert ("This bulletin is late." in str(bot.posted[0].message.blocks)) is late


def test_an_outage_of_nine_days_over_two_mondays_gives_one_late_bulletin_for_both_weeks(bot):
    _tick_at(bot, MONDAY)
    bot.stop()
    bot.clock.to(at("2026-12-06 03:00"))
    bot.clock.forward(9 * timedelta(days=1))
    bot.restart()
    _tick_at(bot, bot.clock.now(), bot.clock.now() + TICK, at("2026-12-21 09:00"))
    assert _told(bot) == [
        (JOINED, JOINED + WEEK, False),
        (JOINED + WEEK, JOINED + 3 * WEEK, True),
        (JOINED + 3 * WEEK, JOINED + 4 * WEEK, False),
    ]


def test_a_team_that_joins_in_mid_week_hears_of_that_week_on_its_first_monday(bot, clock):
    ash = a_team(code="ash", name="Ash", channel="C0ASH")
    clock.to(at("2026-12-02 12:00"))
    bot.tick()
    bot.configure(a_service(teams=(OAK, ELM, ash)))
    _tick_at(bot, clock.now(), at("2026-12-07 09:00"), at("2026-12-14 09:00"))
    assert _told(bot, "ash") == [
        (date(2026, 11, 30), date(2026, 12, 7), False),
        (date(2026, 12, 7), date(2026, 12, 14), False),
    ]


def test_a_team_that_was_gone_hears_nothing_and_nothing_of_that_time_when_it_is_back(bot, clock):
    _tick_at(bot, MONDAY)
    bot.configure(a_service(teams=(ELM,), people=PEOPLE))
    _tick_at(bot, MONDAY + WEEK, MONDAY + 2 * WEEK)
    assert len(_told(bot)) == 1
    clock.to(at("2026-12-16 12:00"))
    bot.configure(a_service(teams=(OAK, ELM), people=PEOPLE))
    _tick_at(bot, clock.now(), MONDAY + 3 * WEEK)
    assert _told(bot)[1:] == [(date(2026, 12, 14), date(2026, 12, 21), False)]
    assert len(_told(bot, "elm")) == 4


def test_a_team_that_is_gone_and_back_in_one_week_misses_nothing_and_hears_nothing_twice(bot, clock):
    _tick_at(bot, MONDAY)
    for teams in ((ELM,), (OAK, ELM)):
        bot.configure(a_service(teams=teams, people=PEOPLE))
        clock.forward(HOUR)
    _tick_at(bot, clock.now(), MONDAY + WEEK)
    assert _told(bot) == [(JOINED, JOINED + WEEK, False), (JOINED + WEEK, JOINED + 2 * WEEK, False)]


def test_a_team_that_leaves_while_its_bulletin_waits_gets_none(bot, clock):
    clock.to(MONDAY)
    bot.queue_what_is_due()
    bot.configure(a_service(teams=(ELM,), people=PEOPLE))
    bot.post_all()
    assert [posted.target for posted in bot.posted] == ["C0ELM"]


def test_a_clock_that_goes_back_repeats_no_bulletin(bot, clock):
    _tick_at(bot, MONDAY)
    for back in (timedelta(minutes=1), HOUR, WEEK, 3 * WEEK):
        clock.back(back)
        _tick_at(bot, clock.now(), MONDAY, MONDAY + TICK)
    assert len(_told(bot)) == 1
    _tick_at(bot, MONDAY + WEEK)
    assert len(_told(bot)) == 2


def test_who_was_overtaken_by_another_tick_publishes_nothing(bot, clock):
    """The other looks, and finds bulletins due; before it gets its turn to write, they are queued."""
    bot.tick()  # It has followed the service.
    clock.to(MONDAY)
    looked, overtaken, queued = threading.Event(), threading.Event(), list[int]()

    def wait_after_the_look(*_: object) -> None:
        looked.set()
        assert overtaken.wait(BACKGROUND_SECONDS)

    other = threading.Thread(target=lambda: queued.append(bot.queue_what_is_due()))
    with bot.context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        sa.event.listen(bot.context.database.engine, "checkin", wait_after_the_look)
        other.start()
        assert looked.wait(BACKGROUND_SECONDS)
        rows = due.take(transaction, "bulletin", furthest=weekly.FURTHEST, now=MONDAY)
        due.replace(transaction, rows, weekly.serve(transaction, bot.context, rows, now=MONDAY).following)
        overtaken.set()
    other.join()
    assert (len(rows), queued) == (2, [0])
    assert bot.rows("SELECT count(*) FROM outbox") == [(0,)]


def test_a_bulletin_that_another_replica_has_recorded_is_not_queued_again(bot, clock):
    """Its row may have been written anew meanwhile."""
    clock.to(MONDAY)
    with bot.context.database.writing() as transaction:
        rows = [DueTime("bulletin", team, MONDAY) for team in ("oak", "elm")]
        both = [weekly.serve(transaction, bot.context, rows, now=MONDAY) for _ in range(2)]
        occurrences.forget_after(transaction, "bulletin", "oak", day=JOINED)
        again = weekly.serve(transaction, bot.context, rows, now=MONDAY)
    assert [len(result.messages) for result in (*both, again)] == [2, 0, 1]
    assert {row.due_at for result in (*both, again) for row in result.following} == {MONDAY + WEEK}


@pytest.mark.parametrize(
    ("start", "mondays"),
    [
        ("2026-12-22 12:00", ["2026-12-28 09:00", "2027-01-04 09:00"]),  # The 28th stands in for Boxing Day.
        ("2027-03-23 12:00", ["2027-03-29 08:00", "2027-04-05 08:00"]),  # Easter Monday, a day after the clocks.
        ("2027-08-25 12:00", ["2027-08-30 08:00", "2027-09-06 08:00"]),  # The summer bank holiday.
        ("2028-12-20 12:00", ["2028-12-25 09:00", "2029-01-01 09:00"]),  # Christmas Day and New Year's Day.
    ],
)
def test_a_bank_holiday_moves_no_bulletin(url, start, mondays):
    with started(url, at(start)) as bot:
        for monday in mondays:
            _tick_at(bot, at(monday) - timedelta(microseconds=1), at(monday), at(monday) + 24 * HOUR)
        assert [posted.at for posted in bot.posted if posted.target == "C0OAK"] == [at(monday) for monday in mondays]
        assert [late for _, _, late in _told(bot)] == [False, False]


def test_a_team_that_is_back_after_months_is_told_nothing_of_them(bot, clock):
    _tick_at(bot, MONDAY)
    bot.configure(a_service(teams=(ELM,), people=PEOPLE))
    clock.to(at("2027-04-07 12:00"))
    bot.configure(a_service(teams=(OAK, ELM), people=PEOPLE))
    before = len(_told(bot))
    _tick_at(bot, clock.now(), at("2027-04-12 07:59"))
    assert len(_told(bot)) == before
    _tick_at(bot, at("2027-04-12 08:00"))
    assert _told(bot)[1:] == [(date(2027, 4, 5), date(2027, 4, 12), False)]


def test_two_replicas_that_look_at_the_same_moment_queue_each_bulletin_once(url):
    """Each has a database of its own to the same file, so that only what is stored can hold one of them back."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), FrozenClock(NOON)
    with ExitStack() as stack:
        replicas = [Bot(url, keyring, clock) for _ in range(2)]
        for replica in replicas:
            stack.callback(replica.stop)
        for week in range(10):
            clock.to(MONDAY + week * WEEK)
            assert _queued_at_once(replicas) == 2
        replicas[0].post_all()
        assert [first for first, _, _ in _told(replicas[0])] == [JOINED + week * WEEK for week in range(10)]


def _queued_at_once(replicas: list[Bot]) -> int:
    queued = list[int]()
    at_once(
        lambda number: queued.append(replicas[number].queue_what_is_due()),
        threads=len(replicas),
    )
    return sum(queued)


def test_a_team_that_joins_on_its_own_monday_is_owed_nothing_of_the_week_before(url):
    ash = a_team(code="ash", name="Ash ward", channel="C0ASH", time_zone="Pacific/Auckland")
    with started(url, at("2026-11-22 21:30")) as bot:  # Monday 23 November, 10:30 in Auckland.
        bot.configure(a_service(teams=(OAK, ELM, ash)))
        bot.tick()
        assert _editions(bot, "ash") == []
        _tick_at(bot, at("2026-11-29 20:00"))
        assert _editions(bot, "ash") == [
            Edition(team="ash", first=date(2026, 11, 23), monday=date(2026, 11, 30), late=False)
        ]
