"""Which bulletins are due: each date once, whatever the clocks of a zone do on it, and never posted on a day off."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.bulletins.schedule import WEEK, occurrences_due, posting_day
from tests.domain.examples import LONDON, ZONES

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)

GAPS = [
    ("2027-03-28 01:30", LONDON, "2027-03-28 01:30"),
    ("2027-03-28 01:00", LONDON, "2027-03-28 01:00"),
    ("2027-03-28 02:00", LONDON, "2027-03-28 01:00"),
    ("2027-03-14 02:30", "America/New_York", "2027-03-14 07:30"),
    ("2018-11-04 00:00", "America/Sao_Paulo", "2018-11-04 03:00"),
    ("2018-11-04 00:30", "America/Sao_Paulo", "2018-11-04 03:30"),
    ("2026-03-29 00:15", "Asia/Beirut", "2026-03-28 22:15"),
    ("2026-10-04 02:15", "Australia/Lord_Howe", "2026-10-03 15:45"),
    ("2011-12-30 09:00", "Pacific/Apia", "2011-12-30 19:00"),
    ("2011-12-30 00:00", "Pacific/Apia", "2011-12-30 10:00"),
    ("2011-12-30 23:59", "Pacific/Apia", "2011-12-31 09:59"),
    ("2011-12-30 12:00", "Pacific/Fakaofo", "2011-12-30 23:00"),
    ("1993-08-21 09:00", "Pacific/Kwajalein", "1993-08-21 21:00"),
    ("1994-12-31 09:00", "Pacific/Enderbury", "1994-12-31 20:00"),
    ("2015-05-01 00:30", "Asia/Pyongyang", "2015-04-30 15:30"),
    ("2018-05-04 23:45", "Asia/Pyongyang", "2018-05-04 15:15"),
    ("2007-12-09 03:15", "America/Caracas", "2007-12-09 07:45"),
    ("1919-03-31 00:15", "America/Toronto", "1919-03-31 05:15"),
]
"""A time that the clocks skip, or beside it: the local time, the zone, the moment."""

OVERLAPS = [
    ("2026-10-25 01:30", LONDON, "2026-10-25 00:30"),
    ("2026-10-25 01:00", LONDON, "2026-10-25 00:00"),
    ("2026-10-25 02:00", LONDON, "2026-10-25 02:00"),
    ("2026-11-01 01:30", "America/New_York", "2026-11-01 05:30"),
    ("2018-02-17 23:30", "America/Sao_Paulo", "2018-02-18 01:30"),
    ("2026-10-24 23:30", "Asia/Beirut", "2026-10-24 20:30"),
    ("2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-04 14:45"),
    ("1969-09-30 12:00", "Pacific/Kwajalein", "1969-09-30 01:00"),
    ("1883-11-18 11:58", "America/New_York", "1883-11-18 16:54:02"),
]
"""A time that the clocks show twice, or beside it: the first moment counts."""

ODD = [
    ("1700-05-05 09:00", LONDON, "1700-05-05 09:01:15"),
    ("1844-12-31 09:00", "Asia/Manila", "1845-01-01 00:56:08"),
    ("2026-07-04 09:00", "Asia/Kathmandu", "2026-07-04 03:15"),
    ("2026-07-04 09:00", "Pacific/Chatham", "2026-07-03 20:15"),
    ("2026-07-04 00:30", "Pacific/Kiritimati", "2026-07-03 10:30"),
    ("2026-07-04 23:30", "Etc/GMT+12", "2026-07-05 11:30"),
    ("2026-03-01 01:30", "Africa/Casablanca", "2026-03-01 01:30"),
]


@pytest.mark.parametrize(("local", "zone", "moment"), GAPS + OVERLAPS + ODD)
def test_a_time_in_a_gap_moves_on_and_keeps_its_date_and_a_time_shown_twice_comes_at_the_first(local, zone, moment):
    assert _one(local, zone) == (_date(local), _utc(moment))


@pytest.mark.parametrize(("local", "zone", "moment"), GAPS + OVERLAPS + ODD)
def test_it_is_due_at_its_moment_and_not_a_second_before(local, zone, moment):
    due = _due(local, zone, now=_utc(moment))
    assert [day for day, _ in due] == [_date(local)]
    assert _due(local, zone, now=_utc(moment) - SECOND) == []


@pytest.mark.parametrize(("local", "zone", "moment"), GAPS + OVERLAPS + ODD)
def test_the_weeks_around_a_clock_change_each_come_once(local, zone, moment):
    day = _date(local)
    due = _due(local, zone, now=_utc(moment) + 3 * WEEK, last_posted=day - 3 * WEEK)
    assert [found for found, _ in due] == [day + week * WEEK for week in (-2, -1, 0, 1, 2, 3)][: len(due)]
    assert len(due) >= 5
    assert [moment for _, moment in due] == sorted(moment for _, moment in due)


@pytest.mark.parametrize("weekday", range(7))
def test_each_weekday_is_found_and_the_date_of_the_last_post_is_never_found_again(weekday):
    last = date(2026, 11, 23)
    due = occurrences_due(
        weekday=weekday, local_time=time(9), zone=ZoneInfo(LONDON), now=_utc("2026-12-07 12:00"), last_posted=last
    )
    every = [last + timedelta(days=n) for n in range(1, 15)]
    assert [day for day, _ in due] == [day for day in every if day.weekday() == weekday]


@pytest.mark.parametrize("now", ["2026-11-23 08:59", "2026-11-22 12:00", "2020-01-01 00:00"])
def test_nothing_is_due_before_the_time_or_when_the_clock_has_gone_back(now):
    assert _due("2026-11-23 09:00", LONDON, now=_utc(now)) == []


def test_an_outage_of_nine_days_leaves_two_due_the_oldest_first():
    assert _due("2026-11-16 09:00", LONDON, now=_utc("2026-11-25 08:00")) == [
        (date(2026, 11, 16), _utc("2026-11-16 09:00")),
        (date(2026, 11, 23), _utc("2026-11-23 09:00")),
    ]


def test_a_zone_far_ahead_is_due_on_a_date_that_utc_has_not_reached():
    assert _due("2026-11-23 01:00", "Pacific/Kiritimati", now=_utc("2026-11-22 11:00")) == [
        (date(2026, 11, 23), _utc("2026-11-22 11:00"))
    ]


def test_the_second_showing_of_a_time_means_the_first_here_too():
    due = occurrences_due(
        weekday=6,
        local_time=time(1, 30, fold=1),
        zone=ZoneInfo(LONDON),
        now=_utc("2026-10-25 12:00"),
        last_posted=date(2026, 10, 24),
    )
    assert due == [(date(2026, 10, 25), _utc("2026-10-25 00:30"))]


def test_moments_are_in_utc_whatever_the_zone_of_now():
    tokyo = ZoneInfo("Asia/Tokyo")
    [(_, moment)] = _due("2026-11-23 09:00", "Asia/Tokyo", now=datetime(2026, 11, 23, 9, tzinfo=tokyo))
    assert (moment, moment.tzinfo) == (_utc("2026-11-23 00:00"), UTC)


def test_a_now_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        _due("2026-11-23 09:00", LONDON, now=datetime(2026, 11, 23, 12))  # noqa: DTZ001 - the fault itself


@settings(max_examples=400)
@given(
    day=st.dates(min_value=date(1890, 1, 1), max_value=date(2037, 12, 31)),
    name=st.sampled_from(ZONES),
    clock_time=st.times(),
)
@example(day=date(2011, 12, 30), name="Pacific/Apia", clock_time=time(9))
@example(day=date(2026, 10, 4), name="Australia/Lord_Howe", clock_time=time(2, 15))
def test_the_moment_is_the_one_that_a_walk_through_time_finds(day, name, clock_time):
    local = f"{day} {clock_time:%H:%M}"
    assert _one(local, name) == (day, _walked(datetime.combine(day, time.fromisoformat(local[11:])), ZoneInfo(name)))


@pytest.mark.parametrize(
    ("day", "posted"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 5, 4), date(2026, 5, 5)),
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2026, 12, 25), date(2026, 12, 29)),
        (date(2027, 3, 26), date(2027, 3, 30)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2022, 9, 19), date(2022, 9, 20)),
    ],
)
def test_a_bulletin_is_posted_on_its_date_or_on_the_next_working_day(day, posted):
    assert posting_day(day) == posted


def _one(local: str, zone: str) -> tuple[date, datetime]:
    [found] = _due(local, zone, now=_utc(local) + 3 * timedelta(days=1))
    return found


def _due(local: str, zone: str, *, now: datetime, last_posted: date | None = None) -> list[tuple[date, datetime]]:
    day = _date(local)
    return occurrences_due(
        weekday=day.weekday(),
        local_time=time.fromisoformat(local[11:]),
        zone=ZoneInfo(zone),
        now=now,
        last_posted=last_posted or day - timedelta(days=1),
    )


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _date(local: str) -> date:
    return date.fromisoformat(local[:10])


def _walked(wanted: datetime, zone: ZoneInfo) -> datetime:
    """The first moment at which the clock shows this time or a later one, found without the zone's rule for gaps.

    If the clock jumps over it there, the time that was skipped before it is added.
    """
    early = wanted.replace(tzinfo=UTC) - timedelta(hours=16)
    while _shown(early + MINUTE, zone) < wanted:
        early += MINUTE
    late = early + MINUTE
    while late - early > SECOND:
        middle = early + timedelta(seconds=(late - early) // SECOND // 2)
        early, late = (middle, late) if _shown(middle, zone) < wanted else (early, middle)
    return late if _shown(late, zone) == wanted else late + (wanted - _shown(early, zone) - SECOND)


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)
