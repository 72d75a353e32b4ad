"""The weekly bulletin: its Monday, its draft, its posting, what it counts, and what of that it may show."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bulletins.draft import DraftReason, DraftRefused, DraftState, ReadCounts, Thanks, decide, thanks
from bot.domain.bulletins.edition import (
    COUNTED,
    DRAFTED_BEFORE,
    counted_weeks,
    drafted_at,
    leaves_at,
    next_draft,
    next_monday,
    posted_at,
)
from bot.domain.bulletins.schedule import WEEK
from bot.domain.calendar import is_working_day, local_date
from tests.domain.examples import LONDON, NOON, ZONES, a_bulletin_draft, utc

IN_LONDON = ZoneInfo(LONDON)
DAY = timedelta(days=1)
mondays = st.integers(min_value=0, max_value=900).map(lambda week: date(2020, 1, 6) + week * WEEK)
zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.integers(min_value=0, max_value=12 * 365 * 24 * 60).map(
    lambda minutes: utc("2024-01-01 00:00") + timedelta(minutes=minutes)
)


@pytest.mark.parametrize(
    ("monday", "drafted", "posted"),
    [
        (date(2026, 10, 19), "2026-10-15 08:00", "2026-10-19 08:00"),
        (date(2026, 10, 26), "2026-10-22 08:00", "2026-10-26 09:00"),
        (date(2027, 3, 29), "2027-03-24 09:00", "2027-03-30 08:00"),
        (date(2026, 12, 28), "2026-12-23 09:00", "2026-12-29 09:00"),
        (date(2028, 12, 25), "2028-12-21 09:00", "2028-12-27 09:00"),
        (date(2029, 1, 1), "2028-12-28 09:00", "2029-01-02 09:00"),
    ],
)
def test_it_is_posted_at_nine_on_a_working_day_and_drafted_two_working_days_before(monday, drafted, posted):
    assert (drafted_at(monday, IN_LONDON), posted_at(monday, IN_LONDON)) == (utc(drafted), utc(posted))


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("America/New_York", "2026-11-23 14:00"), ("Pacific/Auckland", "2026-11-22 20:00")],
)
def test_nine_o_clock_is_nine_where_the_team_is(zone, expected):
    assert posted_at(date(2026, 11, 23), ZoneInfo(zone)) == utc(expected)


@settings(max_examples=200)
@given(monday=mondays, zone=zones)
def test_a_draft_has_two_working_days_and_comes_after_the_bulletin_before(monday, zone):
    drafted, posted = drafted_at(monday, zone), posted_at(monday, zone)
    day, last = local_date(drafted, zone), local_date(posted, zone)
    between = [day + number * DAY for number in range((last - day).days)]
    assert sum(is_working_day(each) for each in between) == DRAFTED_BEFORE
    assert posted_at(monday - WEEK, zone) < drafted < posted


@settings(max_examples=300)
@given(now=moments, zone=zones)
def test_the_next_monday_is_the_first_whose_bulletin_is_still_to_come(now, zone):
    monday = next_monday(zone, now=now)
    assert monday.weekday() == 0
    assert posted_at(monday - WEEK, zone) <= now < posted_at(monday, zone)


@settings(max_examples=300)
@given(now=moments, zone=zones)
def test_the_next_draft_is_the_first_that_is_still_to_come(now, zone):
    monday = next_monday(zone, now=now)
    drafts = [drafted_at(monday + week * WEEK, zone) for week in range(-1, 3)]
    assert next_draft(zone, now=now) == min(draft for draft in drafts if draft > now)


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("2026-11-27 22:00", "2026-11-30 09:00"),
        ("2026-11-30 09:00", "2026-11-30 09:00"),
        ("2026-11-30 17:59", "2026-11-30 17:59"),
        ("2026-11-30 18:00", "2026-12-01 08:00"),
        ("2026-12-02 07:00", "2026-12-02 08:00"),
        ("2026-12-04 19:00", "2026-12-07 08:00"),
        ("2026-12-05 12:00", "2026-12-07 08:00"),
        ("2026-12-25 12:00", "2026-12-29 08:00"),
    ],
)
def test_what_is_approved_late_leaves_within_working_hours_only(now, leaves):
    assert leaves_at(date(2026, 11, 30), IN_LONDON, now=utc(now)) == utc(leaves)


@settings(max_examples=200)
@given(monday=mondays)
def test_four_bulletins_count_the_same_four_weeks_that_were_over_when_they_were_drafted(monday):
    first, until = counted_weeks(monday)
    assert until - first == COUNTED
    assert monday - WEEK - COUNTED < until <= monday - WEEK
    assert first.weekday() == until.weekday() == 0
    windows = {counted_weeks(monday + week * WEEK) for week in range(8)}
    assert {(one[0] - other[0]) % COUNTED for one in windows for other in windows} == {timedelta()}


@pytest.mark.parametrize(
    ("ward", "service", "shown"),
    [
        ((0, 0), (0, 0), Thanks()),
        ((4, 4), (9, 9), Thanks()),
        ((5, 5), (9, 9), Thanks(reports=5)),
        ((4, 0), (10, 9), Thanks(service_share=90)),
        ((9, 2), (99, 93), Thanks(reports=9, service_share=95)),
        ((10, 0), (10, 0), Thanks(reports=10, in_time=0)),
        ((13, 12), (999, 1), Thanks(reports=13, in_time=12)),
    ],
)
def test_numbers_are_shown_from_five_and_ten_on_and_the_service_s_share_is_rounded(ward, service, shown):
    counts = [ReadCounts(reports=reports, in_time=in_time) for reports, in_time in (ward, service)]
    assert thanks(*counts) == shown


@given(ward=st.integers(min_value=0, max_value=4), others=st.integers(min_value=0, max_value=300))
def test_a_hidden_count_of_a_ward_does_not_show_in_the_share_of_its_service(ward, others):
    """All were read in time: whatever the ward adds, its service's share says the same."""
    service = ReadCounts(reports=ward + others, in_time=ward + others)
    assert thanks(ReadCounts(reports=ward, in_time=ward), service).service_share in (None, 100)


@pytest.mark.parametrize("state", [DraftState.APPROVED, DraftState.SKIPPED])
def test_a_draft_is_decided_once_and_only_as_it_was_shown(state):
    draft = a_bulletin_draft()
    decided = decide(draft, state, point=draft.point, by="U0SAFETY", now=NOON)
    assert (decided.state, decided.decided_by, decided.decided_at) == (state, "U0SAFETY", NOON)
    for refused, point, reason in (
        (decided, draft.point, DraftReason.ALREADY_DECIDED),
        (draft, UUID(int=9), DraftReason.CHANGED),
    ):
        with pytest.raises(DraftRefused) as refusal:
            decide(refused, state, point=point, by="U0SAFETY", now=NOON)
        assert refusal.value.reason is reason


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        next_monday(IN_LONDON, now=datetime(2026, 11, 30, 9, 0))  # noqa: DTZ001 - the very thing that is refused
