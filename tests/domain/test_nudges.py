"""Nudges: at most three in an action's life, on working days as working hours begin where the owner is."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.actions.action import (
    Action,
    ActionState,
    Pause,
    Stage,
    assign,
    complete,
    move,
    pause,
    resume,
)
from bot.domain.actions.nudges import (
    MOST_NUDGES,
    day_to_write,
    next_nudge,
    next_opening,
    next_time,
    nudge_due,
    nudge_moment,
    offer_due,
    offer_moment,
)
from bot.domain.calendar import is_working_day
from tests.domain.examples import LONDON, ZONES, an_action, utc

FEW_MINUTES = timedelta(minutes=5)
DUE = date(2026, 11, 26)
"""A Thursday: its stages open on Monday 23 November (the 21st is a Saturday), Tuesday 24 and Friday 27."""
HERE = ZoneInfo(LONDON)
due_dates = st.dates(min_value=date(2020, 1, 1), max_value=date(2037, 12, 31))


@pytest.mark.parametrize(
    ("due_on", "choose_day", "before", "after", "offer"),
    [
        ("2026-11-27", "2026-11-23 08:00", "2026-11-25 08:00", "2026-11-30 08:00", "2026-12-02 08:00"),
        ("2026-11-26", "2026-11-23 08:00", "2026-11-24 08:00", "2026-11-27 08:00", "2026-12-01 08:00"),
        # A weekend before: both go to the Monday, where the later one replaces the earlier one.
        ("2026-11-24", "2026-11-19 08:00", "2026-11-23 08:00", "2026-11-25 08:00", "2026-11-30 08:00"),
        # Christmas 2026: Boxing Day is a Saturday, so that Monday 28 December is free as well.
        ("2026-12-27", "2026-12-22 08:00", "2026-12-29 08:00", "2026-12-29 08:00", "2027-01-04 08:00"),
        ("2026-12-24", "2026-12-21 08:00", "2026-12-22 08:00", "2026-12-29 08:00", "2026-12-29 08:00"),
        # The clocks go back on Sunday 25 October 2026 and forward on 28 March 2027, which is Easter.
        ("2026-10-27", "2026-10-22 07:00", "2026-10-26 08:00", "2026-10-28 08:00", "2026-11-02 08:00"),
        ("2027-03-25", "2027-03-22 08:00", "2027-03-23 08:00", "2027-03-30 07:00", "2027-03-30 07:00"),
    ],
)
def test_each_stage_opens_at_eight_on_a_working_day_in_london(due_on, choose_day, before, after, offer):
    action = an_action(due_on=date.fromisoformat(due_on))
    moments = [*(nudge_moment(action, stage) for stage in Stage), offer_moment(action, HERE)]
    assert moments == [utc(each) for each in (choose_day, before, after, offer)]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/New_York", "2026-11-24 13:00"),
        ("Asia/Kolkata", "2026-11-24 02:30"),
        ("Pacific/Kiritimati", "2026-11-23 18:00"),
    ],
)
def test_eight_o_clock_is_eight_where_the_owner_is(zone, expected):
    assert nudge_moment(an_action(due_on=DUE, owner_zone=zone), Stage.BEFORE) == utc(expected)


@settings(max_examples=300)
@given(due_on=due_dates, zone=st.sampled_from(ZONES))
def test_in_every_zone_no_nudge_comes_on_a_day_off_and_the_last_comes_after_the_due_date(due_on, zone):
    action = an_action(due_on=due_on, owner_zone=zone)
    choose_day, before, after = (nudge_moment(action, stage).astimezone(ZoneInfo(zone)) for stage in Stage)
    assert {moment.time() for moment in (choose_day, before, after)} == {time(8, 0)}
    assert all(is_working_day(moment.date()) for moment in (choose_day, before, after))
    assert choose_day.date() >= due_on - timedelta(days=5)
    assert before.date() >= due_on - timedelta(days=2)
    assert choose_day <= before <= after
    assert due_on < after.date() <= due_on + timedelta(days=5)


@pytest.mark.parametrize(
    ("nudged", "now", "expected"),
    [
        (None, "2026-11-23 07:59", None),
        (None, "2026-11-23 08:00", Stage.CHOOSE_DAY),
        (Stage.CHOOSE_DAY, "2026-11-23 08:00", None),
        (None, "2026-11-24 08:00", Stage.BEFORE),
        (Stage.CHOOSE_DAY, "2026-11-24 08:00", Stage.BEFORE),
        (Stage.BEFORE, "2026-11-27 07:59", None),
        (Stage.BEFORE, "2026-11-27 08:00", Stage.AFTER),
        (None, "2026-11-27 08:00", Stage.AFTER),
        (Stage.AFTER, "2026-11-27 08:00", None),
        (Stage.AFTER, "2027-11-27 08:00", None),
    ],
)
def test_the_latest_nudge_is_sent_once_and_replaces_those_that_were_missed(nudged, now, expected):
    action = an_action(due_on=DUE, nudged=nudged)
    assert nudge_due(action, now=utc(now)) is expected


@pytest.mark.parametrize(
    ("set_at", "now", "expected"),
    [
        ("2026-11-23 07:59", "2026-11-23 12:00", Stage.CHOOSE_DAY),
        ("2026-11-23 08:00", "2026-11-23 12:00", None),
        ("2026-11-23 08:00", "2026-11-24 08:00", Stage.BEFORE),
        ("2026-11-27 08:00", "2027-01-01 12:00", None),
    ],
)
def test_a_nudge_whose_moment_had_passed_when_the_date_was_set_never_comes(set_at, now, expected):
    assert nudge_due(an_action(due_on=DUE, due_set_at=utc(set_at)), now=utc(now)) is expected


def test_who_has_chosen_a_day_is_asked_again_only_after_the_due_date():
    action = an_action(due_on=DUE, nudged=Stage.CHOOSE_DAY, nudges=1, planned_on=date(2026, 11, 25))
    assert nudge_due(action, now=utc("2026-11-26 12:00")) is None
    assert next_nudge(action) == utc("2026-11-27 08:00")
    assert nudge_due(action, now=utc("2026-11-27 08:00")) is Stage.AFTER


def test_after_three_nudges_none_comes_whoever_owns_it_and_wherever_its_date_is():
    action = an_action(due_on=DUE, nudges=MOST_NUDGES)
    moved = move(action, date(2026, 12, 17), by="U0OWNER", today=DUE, now=utc("2026-11-26 12:00"))
    given = assign(moved, "U0OTHER", zone=LONDON, now=utc("2026-11-26 13:00"))
    for each in (action, moved, given):
        assert nudge_due(each, now=utc("2027-11-27 08:00")) is None
        assert next_nudge(each) is None


@pytest.mark.parametrize(
    "answered",
    [
        complete(an_action(due_on=DUE), by="U0OWNER", now=utc("2026-11-20 12:00")),
        pause(an_action(due_on=DUE), Pause.BLOCKED, by="U0OWNER"),
        pause(an_action(due_on=DUE), Pause.NOT_MINE, by="U0OWNER"),
    ],
)
def test_done_blocked_and_not_mine_silence_every_nudge_and_the_offer(answered):
    assert nudge_due(answered, now=utc("2027-01-01 12:00")) is None
    assert not offer_due(answered, HERE, now=utc("2027-01-01 12:00"))
    assert next_time(answered, HERE) is None


def test_who_can_go_on_hears_only_of_what_comes_after():
    blocked = pause(an_action(due_on=DUE), Pause.BLOCKED, by="U0OWNER")
    action = resume(blocked, by="U0OWNER", now=utc("2026-11-24 12:00"))
    assert nudge_due(action, now=utc("2026-11-26 12:00")) is None
    assert nudge_due(action, now=utc("2026-11-27 08:00")) is Stage.AFTER


def test_a_moved_date_is_nudged_anew_and_its_old_moments_no_longer_count():
    action = an_action(due_on=DUE, nudged=Stage.BEFORE, nudges=2)
    moved = move(action, date(2026, 12, 10), by="U0OWNER", today=date(2026, 11, 25), now=utc("2026-11-25 12:00"))
    assert nudge_due(moved, now=utc("2026-12-07 07:59")) is None
    assert nudge_due(moved, now=utc("2026-12-07 08:00")) is Stage.CHOOSE_DAY


@pytest.mark.parametrize("nudged", [None, Stage.BEFORE, Stage.AFTER])
def test_a_date_moved_to_the_same_day_does_not_repeat_a_nudge(nudged):
    action = an_action(due_on=DUE, nudged=nudged)
    again = move(action, DUE, by="U0OWNER", today=date(2026, 11, 25), now=utc("2026-11-25 12:00"))
    assert nudge_due(again, now=utc("2026-11-26 12:00")) is None
    assert nudge_due(again, now=utc("2026-11-27 08:00")) is Stage.AFTER
    assert again.moves == 0


@pytest.mark.parametrize(
    ("now", "offered_at", "expected"),
    [
        ("2026-12-01 07:59", None, False),
        ("2026-12-01 08:00", None, True),
        ("2027-12-01 08:00", None, True),
        ("2026-12-01 08:00", utc("2026-06-01 08:00"), False),
    ],
)
def test_help_is_offered_once_in_its_life_at_five_days_over(now, offered_at, expected):
    action = an_action(due_on=DUE, nudges=3, nudged=Stage.AFTER, offered_at=offered_at)
    assert offer_due(action, HERE, now=utc(now)) is expected


def test_what_comes_next_is_the_nudge_then_the_offer_then_nothing():
    action = an_action(due_on=DUE, nudged=Stage.BEFORE, nudges=2)
    assert next_time(action, HERE) == utc("2026-11-27 08:00")
    nudged = action.model_copy(update={"nudged": Stage.AFTER, "nudges": 3})
    assert next_time(nudged, HERE) == utc("2026-12-01 08:00")
    offered = nudged.model_copy(update={"offered_at": utc("2026-12-01 08:00")})
    assert next_time(offered, HERE) is None
    late_set = an_action(due_on=DUE, due_set_at=utc("2026-12-02 12:00"))
    assert next_time(late_set, HERE) is None


@pytest.mark.parametrize(
    ("now", "day", "opening"),
    [
        ("2026-11-24 07:59", None, "2026-11-24 08:00"),
        ("2026-11-24 08:00", date(2026, 11, 24), "2026-11-25 08:00"),
        ("2026-11-24 17:59", date(2026, 11, 24), "2026-11-25 08:00"),
        ("2026-11-24 18:00", None, "2026-11-25 08:00"),
        ("2026-11-27 18:00", None, "2026-11-30 08:00"),
        ("2026-11-28 12:00", None, "2026-11-30 08:00"),
        ("2026-12-25 12:00", None, "2026-12-29 08:00"),
    ],
)
def test_people_are_written_to_from_eight_to_six_on_working_days(now, day, opening):
    assert day_to_write(utc(now), HERE) == day
    assert next_opening(utc(now), HERE) == utc(opening)


@pytest.mark.parametrize("due_on", [date(2026, 10, 27), date(2027, 3, 30), date(2026, 12, 25)])
def test_ticks_every_five_minutes_nudge_each_stage_once(due_on):
    action = an_action(due_on=due_on, due_set_at=utc("2026-10-01 12:00"))
    start = nudge_moment(action, Stage.CHOOSE_DAY) - timedelta(days=1)
    assert _sent(action, (start + tick * FEW_MINUTES for tick in range(12 * 24 * 14))) == list(Stage)


@given(st.lists(st.integers(min_value=-4 * 24 * 60, max_value=10 * 24 * 60), max_size=60))
def test_whatever_the_clock_does_no_nudge_comes_twice_or_out_of_order(minutes):
    moments = (utc("2026-11-24 10:00") + timedelta(minutes=passed) for passed in minutes)
    sent = _sent(an_action(due_on=DUE), moments)
    assert sent == [stage for stage in Stage if stage in sent]


def test_the_names_that_are_stored_stay():
    assert [stage.value for stage in Stage] == ["choose_day", "before", "after"]
    assert [state.value for state in ActionState] == ["open", "done"]
    assert [reason.value for reason in Pause] == ["blocked", "not_mine"]


def _sent(action: Action, ticks: Iterable[datetime]) -> list[Stage]:
    """The nudges sent by these ticks, as a bot sends them that remembers the latest."""
    sent = []
    for now in ticks:
        stage = nudge_due(action, now=now)
        if stage:
            sent.append(stage)
            action = action.model_copy(update={"nudged": stage, "nudges": action.nudges + 1})
    return sent
