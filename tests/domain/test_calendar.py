"""Dates and clocks: England's working days, and the two nights a year when clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar import at_local, due_date, is_bank_holiday, is_working_day, local_date, working_day_after
from tests.domain.examples import LONDON, ZONES, utc

BANK_HOLIDAYS = {
    2026: [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
    2027: [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
    2028: [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)],
}
"""As gov.uk/bank-holidays gives them for England and Wales, substitute days where a holiday is at a weekend."""

ONE_OFF = [
    *[(1977, 6, 7), (1981, 7, 29), (1999, 12, 31), (2002, 6, 3), (2002, 6, 4)],
    *[(2011, 4, 29), (2012, 6, 4), (2012, 6, 5), (2022, 6, 2), (2022, 6, 3), (2022, 9, 19), (2023, 5, 8)],
]
"""Jubilees, royal weddings, the end of the century, a funeral, a coronation."""

MOVED = [((1995, 5, 1), (1995, 5, 8)), ((2020, 5, 4), (2020, 5, 8)), ((2002, 5, 27), (2002, 6, 4))]
"""Bank holidays that moved for one year: the ordinary day, the day that year."""

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2037, 12, 31))


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_weekdays_off_are_exactly_englands_bank_holidays(year):
    weekdays = [day for day in _days_of(year) if day.isoweekday() <= 5]
    assert [day for day in weekdays if not is_working_day(day)] == [date(year, *day) for day in BANK_HOLIDAYS[year]]


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_nobody_works_at_weekends(year):
    assert [day for day in _days_of(year) if day.isoweekday() > 5 and is_working_day(day)] == []


@pytest.mark.parametrize(
    "scottish_day", [date(2026, 1, 2), date(2026, 8, 3), date(2026, 11, 30)], ids=lambda day: day.isoformat()
)
def test_a_bank_holiday_of_scotland_alone_is_a_working_day(scottish_day):
    assert is_working_day(scottish_day)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 26), 2, date(2026, 11, 30)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 12, 24), 3, date(2026, 12, 31)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        (date(2027, 12, 24), 1, date(2027, 12, 29)),
        (date(2027, 12, 31), 1, date(2028, 1, 4)),
    ],
)
def test_working_days_are_counted_over_weekends_christmas_and_easter(day, count, expected):
    assert working_day_after(day, count) == expected


@pytest.mark.parametrize("day", ONE_OFF)
def test_bank_holidays_that_came_once_are_known(day):
    assert is_bank_holiday(date(*day))


@pytest.mark.parametrize(("ordinary", "moved"), MOVED)
def test_a_bank_holiday_that_moved_is_on_its_new_day_only(ordinary, moved):
    assert (is_bank_holiday(date(*ordinary)), is_bank_holiday(date(*moved))) == (False, True)


@pytest.mark.parametrize(
    ("start", "working_days", "expected"),
    [
        ("2026-11-23 09:00", 0, date(2026, 11, 23)),
        ("2026-11-28 09:00", 0, date(2026, 11, 28)),
        ("2026-11-23 09:00", 10, date(2026, 12, 7)),
        ("2026-11-27 23:59", 1, date(2026, 11, 30)),
        ("2026-11-28 00:01", 1, date(2026, 11, 30)),
        ("2026-07-02 22:59", 1, date(2026, 7, 3)),
        ("2026-07-02 23:00", 1, date(2026, 7, 6)),
        ("2026-03-29 00:59", 1, date(2026, 3, 30)),
        ("2026-10-24 23:30", 10, date(2026, 11, 6)),
        ("2026-12-23 12:00", 10, date(2027, 1, 11)),
        ("2026-12-31 23:59", 1, date(2027, 1, 4)),
        ("2027-03-25 12:00", 2, date(2027, 3, 31)),
        ("2020-05-07 12:00", 1, date(2020, 5, 11)),
        ("2022-06-01 12:00", 1, date(2022, 6, 6)),
        ("2022-09-16 12:00", 1, date(2022, 9, 20)),
        ("2023-05-05 12:00", 1, date(2023, 5, 9)),
        ("2026-11-23 09:00", 60, date(2027, 2, 18)),
    ],
)
def test_a_duty_ends_so_many_working_days_after_the_london_date_of_its_start(start, working_days, expected):
    assert due_date(utc(start), working_days=working_days) == expected


def test_the_zone_in_which_a_start_is_written_does_not_change_its_date_in_london():
    start = datetime(2026, 7, 3, 0, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert due_date(start, working_days=1) == date(2026, 7, 3)


def test_a_start_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no zone"):
        due_date(datetime(2026, 11, 23, 9), working_days=1)  # noqa: DTZ001 - the fault itself


def test_a_duty_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="before it starts"):
        due_date(utc("2026-11-23 09:00"), working_days=-1)


@given(days)
def test_the_next_working_day_is_later_and_nothing_between_is_one(day):
    found = working_day_after(day)
    between = [day + timedelta(days=n) for n in range(1, (found - day).days)]
    assert (found > day, is_working_day(found), [other for other in between if is_working_day(other)]) == (
        True,
        True,
        [],
    )


@pytest.mark.parametrize(
    ("day", "clock_time", "expected"),
    [
        (date(2026, 10, 24), time(9, 0), "2026-10-24 08:00"),
        (date(2026, 10, 25), time(0, 0), "2026-10-24 23:00"),
        (date(2026, 10, 25), time(9, 0), "2026-10-25 09:00"),
        (date(2027, 3, 27), time(9, 0), "2027-03-27 09:00"),
        (date(2027, 3, 28), time(0, 0), "2027-03-28 00:00"),
        (date(2027, 3, 28), time(9, 0), "2027-03-28 08:00"),
    ],
)
def test_a_local_time_in_london_follows_both_clock_changes(day, clock_time, expected):
    assert at_local(day, clock_time, ZoneInfo(LONDON)) == utc(expected)


def test_a_time_shown_twice_means_the_first():
    assert at_local(date(2026, 10, 25), time(1, 30), ZoneInfo(LONDON)) == utc("2026-10-25 00:30")


def test_a_time_of_the_second_showing_means_the_first_too():
    assert at_local(date(2026, 10, 25), time(1, 30, fold=1), ZoneInfo(LONDON)) == utc("2026-10-25 00:30")


def test_a_time_that_is_skipped_moves_forward_by_the_gap():
    moment = at_local(date(2027, 3, 28), time(1, 30), ZoneInfo(LONDON))
    assert moment == utc("2027-03-28 01:30")
    assert moment.astimezone(ZoneInfo(LONDON)).time() == time(2, 30)


def test_moments_are_given_in_utc():
    assert at_local(date(2026, 7, 1), time(9, 0), ZoneInfo("Asia/Tokyo")).tzinfo is UTC


def test_in_every_zone_and_on_every_day_of_a_year_the_clock_shows_nine_and_ten_on_that_day():
    year = [date(2026, 7, 1) + timedelta(days=n) for n in range(365)]
    wrong = [
        (name, day)
        for name, zone in _zones()
        for day in year
        for clock_time in (time(9, 0), time(10, 0))
        if not _shows(at_local(day, clock_time, zone), zone, day, clock_time)
    ]
    assert wrong == []


@settings(max_examples=500)
@given(day=days, name=st.sampled_from(ZONES), clock_time=st.sampled_from([time(9, 0), time(10, 0)]))
def test_nine_and_ten_keep_their_day_from_2020_to_2037(day, name, clock_time):
    zone = ZoneInfo(name)
    assert local_date(at_local(day, clock_time, zone), zone) == day


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        ("2026-07-01 22:59", LONDON, date(2026, 7, 1)),
        ("2026-07-01 23:00", LONDON, date(2026, 7, 2)),
        ("2026-12-01 23:59", LONDON, date(2026, 12, 1)),
        ("2026-12-01 10:00", "Pacific/Kiritimati", date(2026, 12, 2)),
        ("2026-12-01 10:00", "Pacific/Pago_Pago", date(2026, 11, 30)),
    ],
)
def test_today_is_the_date_where_the_person_is(now, zone, expected):
    assert local_date(utc(now), ZoneInfo(zone)) == expected


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def _zones() -> list[tuple[str, ZoneInfo]]:
    return [(name, ZoneInfo(name)) for name in ZONES]


def _shows(moment: datetime, zone: ZoneInfo, day: date, clock_time: time) -> bool:
    local = moment.astimezone(zone)
    return (local.date(), local.time()) == (day, clock_time)
