"""Nudges and offers of help: each once, in working hours, one message a person a day, and never after an answer."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.domain.actions.action import Action, Because
from bot.domain.service.service import Role
from bot.usecases.actions import agree_and_answer, answers, leading, nudges
from scheduler.due import Tick
from tests.domain.examples import LONDON, a_person, a_service
from tests.storage.examples import raw
from tests.usecases.bot_without_slack import TICK, Bot, Posted, at, started

DAY = timedelta(days=1)
DUE = date(2026, 12, 3)
"""A Thursday. Saturday 28 November is five days before it."""
CHOOSE_DAY, BEFORE, AFTER = at("2026-11-30 08:00"), at("2026-12-01 08:00"), at("2026-12-04 08:00")
OFFER = at("2026-12-08 08:00")
WHY = Because(words="The part comes later")


@pytest.fixture
def report(bot):
    report = bot.report()
    bot.post_all()
    return report


def _agree(bot: Bot, report, *due: date, **facts) -> list[Action]:
    agreed = [bot.agree(report, key=f"{facts}{number}", due_on=each, **facts) for number, each in enumerate(due)]
    bot.post_all()
    del bot.posted[:]
    return agreed


def _queued(bot: Bot) -> int:
    """How many reminders a tick queues."""
    return Tick(bot.context, [nudges])().queued


def _times(posted: Iterable[Posted]) -> list[datetime]:
    return [each.at for each in posted]


def _named(posted: Posted) -> set[str]:
    return set(posted.subject["actions"])


def _tick_at(bot: Bot, *moments: datetime) -> list[Posted]:
    """The nudges that ticks at these moments post. There are none between."""
    before = len(bot.of_kind("nudge"))
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()
    return bot.of_kind("nudge")[before:]


def test_an_action_is_nudged_three_times_and_then_help_is_offered_once(bot, report):
    (action,) = _agree(bot, report, DUE)
    ticks = [at("2026-11-29 00:00") + number * timedelta(hours=1) for number in range(14 * 24)]
    posted = _tick_at(bot, *ticks)
    assert _times(posted) == [CHOOSE_DAY, BEFORE, AFTER]
    assert [(each.kind, each.target, _named(each)) for each in posted] == [("nudge", "U0OWNER", {str(action.id)})] * 3
    (offer,) = bot.of_kind("offer")
    assert (offer.at, offer.target, _named(offer)) == (OFFER, "U0SAFETY", {str(action.id)})
    assert "1 action is late by 5 days." in offer.message.text


def test_not_a_minute_too_soon(bot, report):
    _agree(bot, report, DUE)
    soon = timedelta(microseconds=1)
    for moment in (CHOOSE_DAY, BEFORE, AFTER):
        assert _tick_at(bot, moment - soon) == []
        assert len(_tick_at(bot, moment)) == 1


def test_a_repeated_tick_queues_nothing_and_wakes_nobody(bot, report, clock):
    _agree(bot, report, DUE)
    clock.to(BEFORE)
    rings = bot.rings
    assert [_queued(bot) for _ in range(3)] == [1, 0, 0]
    assert bot.rings == rings + 1


@pytest.mark.parametrize(
    ("zone", "due_on", "moments"),
    [
        # The clocks go back on Sunday 25 October 2026 in Britain, on 1 November in New York.
        (LONDON, date(2026, 10, 27), ("2026-10-22 07:00", "2026-10-26 08:00", "2026-10-28 08:00")),
        ("America/New_York", date(2026, 11, 3), ("2026-10-29 12:00", "2026-11-02 13:00", "2026-11-04 13:00")),
        ("Pacific/Auckland", date(2026, 10, 27), ("2026-10-21 19:00", "2026-10-25 19:00", "2026-10-27 19:00")),
        # Christmas 2026: Boxing Day is a Saturday, so that Monday 28 December is free as well.
        (LONDON, date(2026, 12, 24), ("2026-12-21 08:00", "2026-12-22 08:00", "2026-12-29 08:00")),
        (LONDON, date(2026, 12, 27), ("2026-12-22 08:00", "2026-12-29 08:00")),
        # Easter 2027 is on 28 March, when the clocks go forward in Britain.
        (LONDON, date(2027, 3, 30), ("2027-03-25 08:00", "2027-03-30 07:00", "2027-03-31 07:00")),
    ],
)
def test_eight_o_clock_is_eight_over_clock_changes_and_bank_holidays(url, zone, due_on, moments, luck):
    with started(url, at(moments[0]) - 9 * DAY) as bot:
        report = bot.report()
        (action,) = _agree(bot, report, due_on, zone=zone)
        for moment in moments:
            bot.clock.to(at(moment) - timedelta(hours=2))
            bot.live_until(at(moment) + timedelta(hours=3), luck=luck)
        posted = bot.of_kind("nudge")
        assert [_named(each) for each in posted] == [{str(action.id)}] * len(moments)
        waited = [each.at - at(moment) for each, moment in zip(posted, moments, strict=True)]
        assert all(timedelta(0) <= wait <= timedelta(hours=1) for wait in waited)


@pytest.mark.parametrize("engine", ["sqlite"])  # Thousands of ticks: on PostgreSQL they take a minute.
def test_weeks_of_missed_ticks_and_restarts_lose_no_nudge_and_repeat_none(url, luck):
    zones = {"U0LONDON": LONDON, "U0AUCKLAND": "Pacific/Auckland", "U0NEWYORK": "America/New_York"}
    with started(url, at("2026-10-12 12:00")) as bot:
        report = bot.report()
        agreed = {}
        for owner, zone in zones.items():
            due = [date(2026, 10, 21) + number * DAY for number in (0, 1, 5, 6)]
            agreed[owner] = {str(each.id) for each in _agree(bot, report, *due, owner=owner, zone=zone)}
        bot.live_until(at("2026-10-30 12:00"), luck=luck)
        sent = bot.of_kind("nudge")
        for owner, zone in zones.items():
            named = [name for each in sent if each.target == owner for name in each.subject["actions"]]
            assert sorted(named) == sorted([*agreed[owner]] * 3)
            local = [each.at.astimezone(ZoneInfo(zone)) for each in sent if each.target == owner]
            assert len({moment.date() for moment in local}) == len(local)
            assert all(time(8) <= moment.time() <= time(10) for moment in local)


def test_all_of_a_persons_actions_come_in_one_message(bot, report):
    _agree(bot, report, DUE, DUE, date(2026, 12, 4), owner="U0OWNER")
    _agree(bot, report, DUE, owner="U0ONCALL")
    posted = _tick_at(bot, BEFORE)
    assert sorted((each.target, len(each.subject["actions"])) for each in posted) == [("U0ONCALL", 1), ("U0OWNER", 3)]
    assert _tick_at(bot, BEFORE + TICK, BEFORE + timedelta(hours=9, minutes=50)) == []


def test_what_becomes_due_after_the_days_message_waits_for_the_next_day(bot, report):
    """An owner who was seen in two zones still gets one message a day in each."""
    (first,) = _agree(bot, report, DUE, zone=LONDON)
    (second,) = _agree(bot, report, DUE, zone="America/New_York")
    (third,) = _agree(bot, report, DUE, zone="Europe/Lisbon")
    posted = _tick_at(bot, BEFORE, BEFORE + timedelta(hours=5))
    assert [_named(each) for each in posted] == [{str(first.id), str(third.id)}]
    posted = _tick_at(bot, BEFORE + timedelta(hours=24), BEFORE + timedelta(hours=29))
    assert [_named(each) for each in posted] == [{str(second.id)}]


def test_a_nudge_that_was_missed_at_eight_comes_later_that_day(bot, report):
    _agree(bot, report, DUE)
    late = at("2026-12-01 17:55")
    assert _times(_tick_at(bot, late, late + TICK)) == [late]


@pytest.mark.parametrize(
    ("back", "sent"),
    [
        ("2026-12-08 02:00", "2026-12-08 08:00"),
        ("2026-12-01 18:00", "2026-12-02 08:00"),
        ("2026-12-05 12:00", "2026-12-07 08:00"),
    ],
)
def test_after_an_outage_the_latest_nudge_comes_once_when_working_hours_begin(bot, report, back, sent):
    _agree(bot, report, DUE)
    moments = [at(back), at(sent) - timedelta(minutes=1), at(sent), at(sent) + timedelta(hours=1)]
    assert _times(_tick_at(bot, *moments)) == [at(sent)]


def test_an_outage_of_nine_days_nudges_each_owner_once_for_everything(bot, report):
    due = [date(2026, 11, 30) + number * DAY for number in range(8)]
    agreed = _agree(bot, report, *due)
    bot.stop()
    bot.clock.to(at("2026-12-06 23:00"))
    bot.restart()
    posted = _tick_at(bot, at("2026-12-07 07:55"), at("2026-12-07 08:00"), at("2026-12-07 15:00"))
    assert _times(posted) == [at("2026-12-07 08:00")]
    assert _named(posted[0]) == {str(each.id) for each in agreed}


def test_a_lead_who_is_nudged_today_is_offered_the_late_actions_of_others_tomorrow(bot, report):
    (late,) = _agree(bot, report, date(2026, 11, 26))
    bot.configure(
        a_service(people=(*a_service().people, a_person(slack_id="U0LEAD", roles=frozenset({Role.SAFETY_TEAM}))))
    )
    (own,) = _agree(bot, report, DUE, owner="U0SAFETY", checker="U0LEAD")
    for moment in (BEFORE, BEFORE + DAY):
        bot.clock.to(moment)
        bot.tick()
    told = [each for each in bot.posted if each.target == "U0SAFETY" and each.kind in ("nudge", "offer")]
    to_lead = [(each.kind, each.at, _named(each)) for each in told]
    assert to_lead == [("nudge", BEFORE, {str(own.id)}), ("offer", BEFORE + DAY, {str(late.id)})]


def test_nobody_is_offered_help_that_only_the_owner_could_give(bot, report):
    people = tuple(each for each in a_service().people if each.slack_id in ("U0SAFETY", "U0ONCALL"))
    (action,) = _agree(bot, report, DUE, checker="U0AMARA")
    bot.configure(a_service(people=people))
    leading.give_action(bot.context, action.id, "U0SAFETY", zone=LONDON, by="U0SAFETY", now=bot.clock.now())
    _tick_at(bot, CHOOSE_DAY, BEFORE, AFTER, OFFER, OFFER + DAY)
    assert bot.of_kind("offer") == []


def _done(bot, action):
    answers.complete_action(bot.context, action.id, WHY, by="U0OWNER", now=bot.clock.now())


def _moved(bot, action, to=date(2026, 12, 20)):
    answers.move_action(bot.context, action.id, to, by="U0OWNER", now=bot.clock.now(), because=WHY)


def _moved_away_and_back(bot, action):
    _moved(bot, action)
    _moved(bot, action, to=action.due_on)


def _blocked(bot, action):
    answers.block_action(bot.context, action.id, WHY, by="U0OWNER", now=bot.clock.now())


def _not_mine(bot, action):
    answers.say_not_mine(bot.context, action.id, WHY, by="U0OWNER", now=bot.clock.now())


def _planned(bot, action):
    answers.plan_action(bot.context, action.id, DUE, by="U0OWNER", now=bot.clock.now())


ANSWERS = pytest.mark.parametrize("answer", [_done, _moved, _moved_away_and_back, _blocked, _not_mine, _planned])


@ANSWERS
def test_who_answers_before_the_time_comes_is_not_nudged(bot, report, answer):
    (action,) = _agree(bot, report, DUE)
    bot.clock.to(BEFORE)
    answer(bot, action)
    assert _tick_at(bot, BEFORE, BEFORE + DAY) == []


@ANSWERS
def test_who_answers_while_the_message_waits_gets_none(bot, report, answer):
    (action,) = _agree(bot, report, DUE)
    delivery = _queued_nudge(bot)
    bot.clock.forward(timedelta(seconds=1))
    answer(bot, action)
    assert bot.composed(delivery) is None


@ANSWERS
def test_who_answers_one_of_two_while_the_message_waits_hears_of_the_other_only(bot, report, answer):
    first, _ = _agree(bot, report, DUE, DUE)
    delivery = _queued_nudge(bot)
    assert bot.composed(delivery).text.startswith("A reminder: 2 actions are ")
    bot.clock.forward(timedelta(seconds=1))
    answer(bot, first)
    assert bot.composed(delivery).text.startswith("A reminder: 1 action is ")


def test_after_the_date_was_moved_the_nudges_come_at_their_new_times(bot, report):
    (action,) = _agree(bot, report, DUE)
    assert len(_tick_at(bot, BEFORE)) == 1
    bot.clock.forward(timedelta(hours=1))
    _moved(bot, action)
    hours = [at("2026-12-01 12:00") + number * timedelta(hours=1) for number in range(24 * 24)]
    assert _times(_tick_at(bot, *hours)) == [at("2026-12-15 08:00"), at("2026-12-18 08:00")]  # Three in its life.


def test_a_clock_that_goes_back_repeats_nothing(bot, report, clock):
    _agree(bot, report, DUE)
    assert len(_tick_at(bot, BEFORE)) == 1
    for back in (timedelta(minutes=1), timedelta(hours=2), 3 * DAY):
        clock.back(back)
        assert _tick_at(bot, clock.now(), BEFORE, BEFORE + TICK) == []
    assert len(_tick_at(bot, AFTER)) == 1
    clock.back(9 * DAY)
    assert _tick_at(bot, clock.now(), CHOOSE_DAY, BEFORE, AFTER, AFTER + DAY) == []


def test_a_tick_opens_no_words(bot, report, clock):
    """Words that cannot be read keep no reminder back, because nobody reads them before it is put into words."""
    (action,) = _agree(bot, report, DUE)
    raw(bot.context.database, "UPDATE action SET change_sealed = x'00'")
    clock.to(BEFORE)
    assert _queued(bot) == 1
    assert agree_and_answer.own_action(bot.context, action.id, by="U0OWNER").change == ""


def test_a_tick_takes_as_many_statements_for_thirty_owners_as_for_two(bot, report, clock):
    taken = []
    for owners in (1, 2, 30):  # The first tick of all writes the row of its kind as well.
        due = clock.now().date() + 16 * DAY  # A Thursday.
        for number in range(owners):
            _agree(bot, report, due, due, owner=f"U0OWNER{owners}{number:02}")
        clock.to(at(f"{due - 3 * DAY} 12:00"))
        _queued(bot)  # What the others are still to be reminded of.
        clock.to(at(f"{due - 2 * DAY} 08:00"))
        with _statements(bot) as statements:
            assert _queued(bot) == owners
        taken.append(len(statements))
        bot.post_all()
    assert taken[1] == taken[2] <= 13


@contextmanager
def _statements(bot: Bot) -> Iterator[list[str]]:
    statements: list[str] = []

    def remember(_connection, _cursor, statement, _parameters, _context, _many):
        statements.append(statement)

    sa.event.listen(bot.context.database.engine, "before_cursor_execute", remember)
    yield statements
    sa.event.remove(bot.context.database.engine, "before_cursor_execute", remember)


def _queued_nudge(bot):
    """Claimed, and not yet composed: as if Slack were slow."""
    bot.clock.to(BEFORE)
    assert _queued(bot) == 1
    return bot.next_message()
