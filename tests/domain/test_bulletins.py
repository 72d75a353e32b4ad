"""The weekly bulletin: once a week at 09:00 on Monday, whatever clocks, restarts and outages do."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bulletins.edition import Edition, due_at, edition_due, mondays
from bot.domain.bulletins.schedule import WEEK
from bot.domain.calendar import at_local, local_date
from tests.domain.examples import LONDON, ZONES, an_edition, utc

IN_LONDON = ZoneInfo(LONDON)

first_mondays = st.integers(min_value=0, max_value=900).map(lambda week: date(2020, 1, 6) + week * WEEK)

pauses = st.lists(st.integers(min_value=1, max_value=30 * 24 * 60), min_size=1, max_size=40)
"""Minutes between two ticks: up to 30 days of outage."""


@pytest.mark.parametrize(
    ("monday", "expected"),
    [
        (date(2026, 10, 19), "2026-10-19 08:00"),
        (date(2026, 10, 26), "2026-10-26 09:00"),
        (date(2027, 3, 22), "2027-03-22 09:00"),
        (date(2027, 3, 29), "2027-03-29 08:00"),
    ],
)
def test_a_bulletin_is_due_at_nine_on_monday_over_both_clock_changes(monday, expected):
    assert due_at(monday, IN_LONDON) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("America/New_York", "2026-11-23 14:00"), ("Pacific/Auckland", "2026-11-22 20:00")],
)
def test_nine_o_clock_is_nine_where_the_team_is(zone, expected):
    assert due_at(date(2026, 11, 23), ZoneInfo(zone)) == utc(expected)


@pytest.mark.parametrize(
    "now", ["2026-11-16 00:00", "2026-11-16 09:00", "2026-11-22 23:59", "2026-11-23 00:00", "2026-11-23 08:59"]
)
def test_nothing_is_owed_before_nine_on_the_next_monday(now):
    assert edition_due("oak", IN_LONDON, last=date(2026, 11, 16), now=utc(now)) is None


@pytest.mark.parametrize(
    ("now", "late"),
    [
        ("2026-11-23 09:00", False),
        ("2026-11-23 10:00", False),
        ("2026-11-23 10:01", True),
        ("2026-11-30 08:59", True),
    ],
)
def test_a_bulletin_more_than_an_hour_after_nine_is_marked_late(now, late):
    edition = edition_due("oak", IN_LONDON, last=date(2026, 11, 16), now=utc(now))
    assert edition == Edition(team="oak", first=date(2026, 11, 16), monday=date(2026, 11, 23), late=late)


@pytest.mark.parametrize("now", ["2026-11-23 09:00", "2026-11-24 12:00", "2026-11-30 08:59", "2026-11-01 09:00"])
def test_a_bulletin_that_was_made_is_not_owed_again_even_if_the_clock_goes_back(now):
    assert edition_due("oak", IN_LONDON, last=date(2026, 11, 23), now=utc(now)) is None


def test_a_team_that_joined_this_week_gets_its_first_bulletin_next_monday():
    joined = date(2026, 11, 23)
    assert edition_due("oak", IN_LONDON, last=joined, now=utc("2026-11-29 23:59")) is None
    assert edition_due("oak", IN_LONDON, last=joined, now=utc("2026-11-30 09:00")) == Edition(
        team="oak", first=joined, monday=date(2026, 11, 30), late=False
    )


@pytest.mark.parametrize(
    ("monday", "start", "end"),
    [
        (date(2026, 10, 26), "2026-10-18 23:00", "2026-10-26 00:00"),
        (date(2027, 3, 29), "2027-03-22 00:00", "2027-03-28 23:00"),
    ],
)
def test_the_weeks_of_the_clock_changes_are_an_hour_longer_and_shorter(monday, start, end):
    edition = an_edition(first=monday - WEEK, monday=monday)
    assert edition.window(IN_LONDON) == (utc(start), utc(end))


def test_an_outage_of_nine_days_is_told_once_marked_late_and_covers_both_weeks():
    up = [*_ticks("2026-11-02 09:00", "2026-11-07 12:00"), *_ticks("2026-11-16 12:00", "2026-11-23 09:05")]
    made = _editions(up, IN_LONDON, joined=date(2026, 10, 26))
    assert made == [
        Edition(team="oak", first=date(2026, 10, 26), monday=date(2026, 11, 2), late=False),
        Edition(team="oak", first=date(2026, 11, 2), monday=date(2026, 11, 16), late=True),
        Edition(team="oak", first=date(2026, 11, 16), monday=date(2026, 11, 23), late=False),
    ]
    assert [edition.weeks for edition in made] == [1, 2, 1]
    assert mondays(made[1]) == (date(2026, 11, 9), date(2026, 11, 16))
    assert made[1].window(IN_LONDON) == (utc("2026-11-02 00:00"), utc("2026-11-16 00:00"))


def test_the_latest_week_of_an_outage_is_not_late_when_the_bot_is_back_by_nine():
    edition = edition_due("oak", IN_LONDON, last=date(2026, 11, 2), now=utc("2026-11-16 09:05"))
    assert edition == Edition(team="oak", first=date(2026, 11, 2), monday=date(2026, 11, 16), late=False)


def test_an_ordinary_bulletin_stands_for_its_own_monday():
    assert (an_edition().weeks, mondays(an_edition())) == (1, (date(2026, 11, 23),))


@pytest.mark.parametrize(
    "zone", [LONDON, "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Kiritimati"]
)
def test_a_tick_every_few_minutes_over_a_year_gives_exactly_one_bulletin_a_week(zone):
    joined = date(2026, 6, 29)
    ticks = _ticks("2026-06-30 00:00", "2027-06-30 00:00", minutes=10)
    made = _editions(ticks, ZoneInfo(zone), joined=joined)
    assert [(edition.first, edition.monday, edition.late) for edition in made] == [
        (joined + week * WEEK, joined + (week + 1) * WEEK, False) for week in range(52)
    ]


@settings(max_examples=200)
@given(joined=first_mondays, zone=st.sampled_from(ZONES).map(ZoneInfo), minutes=pauses)
def test_whatever_the_outages_every_monday_is_told_once_and_no_window_overlaps_or_leaves_a_gap(joined, zone, minutes):
    ticks = [due_at(joined, zone) + timedelta(minutes=passed) for passed in accumulate(minutes)]
    made = _editions(ticks, zone, joined=joined)
    told = [monday for edition in made for monday in mondays(edition)]
    windows = [edition.window(zone) for edition in made]
    assert told == [joined + (week + 1) * WEEK for week in range(len(told))]
    assert [start for start, _ in windows[:1]] == [at_local(joined, time(), zone)] * bool(made)
    assert [(one[1], other[0]) for one, other in pairwise(windows) if one[1] != other[0]] == []


@settings(max_examples=200)
@given(joined=first_mondays, zone=st.sampled_from(ZONES).map(ZoneInfo), minutes=pauses)
def test_no_bulletin_leaves_before_nine_on_its_monday_or_counts_what_is_still_to_come(joined, zone, minutes):
    last = joined
    for passed in accumulate(minutes):
        now = due_at(joined, zone) + timedelta(minutes=passed)
        edition = edition_due("oak", zone, last=last, now=now)
        if edition:
            last = edition.monday
            assert edition.window(zone)[1] < due_at(edition.monday, zone) <= now
        assert last <= local_date(now, zone)


def _ticks(start: str, end: str, *, minutes: int = 5) -> list[datetime]:
    step = timedelta(minutes=minutes)
    return [utc(start) + tick * step for tick in range((utc(end) - utc(start)) // step + 1)]


def _editions(ticks: Iterable[datetime], zone: ZoneInfo, *, joined: date) -> list[Edition]:
    """The bulletins made by these ticks, as a bot makes them that remembers the Monday of the latest."""
    made, last = [], joined
    for now in ticks:
        edition = edition_due("oak", zone, last=last, now=now)
        if edition:
            made.append(edition)
            last = edition.monday
    return made
