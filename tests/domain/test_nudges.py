"""Nudges: two days before the due date, and on the first working day after it, at 10:00 where the owner is."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.actions.action import Action, ActionState, Stage, complete, move
from bot.domain.actions.nudges import nudge_due, nudge_moment, stages_due
from bot.domain.calendar import is_working_day
from tests.domain.examples import ZONES, an_action, utc

FEW_MINUTES = timedelta(minutes=5)

due_dates = st.dates(min_value=date(2020, 1, 1), max_value=date(2037, 12, 31))


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2026, 11, 26), "2026-11-24 10:00"),
        (date(2026, 11, 24), "2026-11-22 10:00"),
        (date(2026, 12, 27), "2026-12-25 10:00"),
        (date(2026, 10, 26), "2026-10-24 09:00"),
        (date(2026, 10, 27), "2026-10-25 10:00"),
        (date(2027, 3, 29), "2027-03-27 10:00"),
        (date(2027, 3, 30), "2027-03-28 09:00"),
    ],
)
def test_the_first_nudge_comes_two_days_before_at_ten_in_london_on_any_kind_of_day(due_on, expected):
    assert nudge_moment(an_action(due_on=due_on), Stage.BEFORE) == utc(expected)


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2026, 11, 24), "2026-11-25 10:00"),
        (date(2026, 11, 27), "2026-11-30 10:00"),
        (date(2026, 10, 23), "2026-10-26 10:00"),
        (date(2026, 10, 22), "2026-10-23 09:00"),
        (date(2026, 12, 24), "2026-12-29 10:00"),
        (date(2026, 12, 31), "2027-01-04 10:00"),
        (date(2027, 3, 25), "2027-03-30 09:00"),
        (date(2027, 3, 28), "2027-03-30 09:00"),
        (date(2027, 12, 24), "2027-12-29 10:00"),
    ],
)
def test_the_second_nudge_comes_on_the_first_working_day_after_over_easter_and_christmas(due_on, expected):
    assert nudge_moment(an_action(due_on=due_on), Stage.AFTER) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/New_York", "2026-11-24 15:00"),
        ("Asia/Kolkata", "2026-11-24 04:30"),
        ("Pacific/Kiritimati", "2026-11-23 20:00"),
    ],
)
def test_ten_o_clock_is_ten_where_the_owner_is(zone, expected):
    action = an_action(due_on=date(2026, 11, 26), owner_zone=zone)
    assert nudge_moment(action, Stage.BEFORE) == utc(expected)


@settings(max_examples=300)
@given(due_on=due_dates, zone=st.sampled_from(ZONES))
def test_in_every_zone_both_nudges_come_at_ten_on_the_right_side_of_the_due_date(due_on, zone):
    action = an_action(due_on=due_on, owner_zone=zone)
    before, after = (nudge_moment(action, stage).astimezone(ZoneInfo(zone)) for stage in Stage)
    assert (before.time(), after.time()) == (time(10, 0), time(10, 0))
    assert before.date() == due_on - timedelta(days=2)
    assert due_on < after.date() <= due_on + timedelta(days=5)
    assert is_working_day(after.date())


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-24 09:59", ()),
        ("2026-11-24 10:00", (Stage.BEFORE,)),
        ("2026-11-26 23:59", (Stage.BEFORE,)),
        ("2026-11-27 09:59", (Stage.BEFORE,)),
        ("2026-11-27 10:00", (Stage.BEFORE, Stage.AFTER)),
        ("2027-11-27 10:00", (Stage.BEFORE, Stage.AFTER)),
    ],
)
def test_a_nudge_is_due_from_its_moment_on(now, expected):
    assert stages_due(an_action(due_on=date(2026, 11, 26)), now=utc(now)) == expected


def test_nobody_is_nudged_about_an_action_that_is_done():
    action = an_action(due_on=date(2026, 11, 26))
    done = complete(action, by="U0OWNER", now=utc("2026-11-23 12:00"))
    assert stages_due(action, now=utc("2027-01-01 12:00")) == (Stage.BEFORE, Stage.AFTER)
    assert stages_due(done, now=utc("2027-01-01 12:00")) == ()


@pytest.mark.parametrize(
    ("set_at", "expected"),
    [
        ("2026-11-24 09:59", (Stage.BEFORE, Stage.AFTER)),
        ("2026-11-24 10:00", (Stage.AFTER,)),
        ("2026-11-26 15:00", (Stage.AFTER,)),
        ("2026-11-27 10:00", ()),
    ],
)
def test_a_nudge_whose_moment_had_passed_when_the_date_was_set_never_comes(set_at, expected):
    action = an_action(due_on=date(2026, 11, 26), due_set_at=utc(set_at))
    assert stages_due(action, now=utc("2027-01-01 12:00")) == expected


def test_a_moved_date_is_nudged_anew_and_its_old_moments_no_longer_count():
    action = an_action(due_on=date(2026, 11, 26))
    moment = utc("2026-11-25 12:00")
    moved = move(action, date(2026, 12, 10), by="U0OWNER", today=date(2026, 11, 25), now=moment)
    assert stages_due(moved, now=utc("2026-12-08 09:59")) == ()
    assert stages_due(moved, now=utc("2026-12-08 10:00")) == (Stage.BEFORE,)
    assert stages_due(moved, now=utc("2026-12-11 10:00")) == (Stage.BEFORE, Stage.AFTER)


def test_a_date_moved_after_the_first_nudge_is_nudged_again_from_the_start():
    nudged = an_action(due_on=date(2026, 11, 26), nudged=Stage.BEFORE)
    moved = move(nudged, date(2026, 12, 10), by="U0OWNER", today=date(2026, 11, 25), now=utc("2026-11-25 12:00"))
    assert moved.nudged is None
    assert nudge_due(moved, now=utc("2026-12-08 10:00")) is Stage.BEFORE


@pytest.mark.parametrize("nudged", [None, Stage.BEFORE, Stage.AFTER])
def test_a_date_moved_to_the_same_day_does_not_repeat_a_nudge(nudged):
    action = an_action(due_on=date(2026, 11, 26), nudged=nudged)
    again = move(action, date(2026, 11, 26), by="U0OWNER", today=date(2026, 11, 25), now=utc("2026-11-25 12:00"))
    assert nudge_due(again, now=utc("2026-11-26 12:00")) is None
    assert nudge_due(again, now=utc("2026-11-27 10:00")) is Stage.AFTER


@pytest.mark.parametrize(
    ("nudged", "now", "expected"),
    [
        (None, "2026-11-24 09:59", None),
        (None, "2026-11-24 10:00", Stage.BEFORE),
        (Stage.BEFORE, "2026-11-24 10:00", None),
        (Stage.BEFORE, "2026-11-27 09:59", None),
        (Stage.BEFORE, "2026-11-27 10:00", Stage.AFTER),
        (None, "2026-11-27 10:00", Stage.AFTER),
        (Stage.AFTER, "2026-11-27 10:00", None),
        (Stage.AFTER, "2027-11-27 10:00", None),
    ],
)
def test_the_latest_nudge_is_sent_once_and_one_that_was_missed_is_not_made_up_for(nudged, now, expected):
    assert nudge_due(an_action(due_on=date(2026, 11, 26), nudged=nudged), now=utc(now)) is expected


def test_an_action_that_is_done_has_no_nudge_to_send():
    done = complete(an_action(due_on=date(2026, 11, 26)), by="U0OWNER", now=utc("2026-11-23 12:00"))
    assert nudge_due(done, now=utc("2026-11-24 10:00")) is None


def test_a_clock_that_goes_back_after_the_second_nudge_does_not_bring_the_first_one():
    action = an_action(due_on=date(2026, 11, 26), nudged=Stage.AFTER)
    assert nudge_due(action, now=utc("2026-11-27 09:59")) is None


@pytest.mark.parametrize("due_on", [date(2026, 10, 27), date(2027, 3, 30), date(2026, 12, 25)])
def test_ticks_every_five_minutes_nudge_twice_and_no_more(due_on):
    action = an_action(due_on=due_on, due_set_at=utc("2026-10-01 12:00"))
    start = nudge_moment(action, Stage.BEFORE) - timedelta(days=1)
    assert _sent(action, (start + tick * FEW_MINUTES for tick in range(12 * 24 * 10))) == [Stage.BEFORE, Stage.AFTER]


@given(st.lists(st.integers(min_value=-4 * 24 * 60, max_value=10 * 24 * 60), max_size=60))
def test_whatever_the_clock_does_no_nudge_comes_twice_or_out_of_order(minutes):
    action = an_action(due_on=date(2026, 11, 26))
    sent = _sent(action, (utc("2026-11-24 10:00") + timedelta(minutes=passed) for passed in minutes))
    assert sent in ([], [Stage.BEFORE], [Stage.AFTER], [Stage.BEFORE, Stage.AFTER])


def test_the_names_of_the_stages_are_stored_and_stay():
    assert [stage.value for stage in Stage] == ["before", "after"]
    assert [state.value for state in ActionState] == ["open", "done"]


def _sent(action: Action, ticks: Iterable[datetime]) -> list[Stage]:
    """The nudges sent by these ticks, as a bot sends them that remembers the latest."""
    sent = []
    for now in ticks:
        stage = nudge_due(action, now=now)
        if stage:
            sent.append(stage)
            action = action.model_copy(update={"nudged": stage})
    return sent
