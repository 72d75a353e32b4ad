"""When the test alert of a month comes, and what is said of it."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.service.alert_test import AlertTest, may_ring, month_of, next_test
from tests.domain.examples import NOON, a_service, utc

ZONE = a_service().zone
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("tested", "now", "expected"),
    [
        (None, "2026-11-24 12:00", "2026-12-01 11:00"),  # Never before: the next month to begin.
        (None, "2026-12-01 10:59", "2026-12-01 11:00"),
        (None, "2026-12-01 11:01", "2027-01-04 11:00"),  # 1 January is a bank holiday, a Friday.
        ("2026-11", "2026-11-24 12:00", "2026-12-01 11:00"),
        ("2026-11", "2026-12-01 11:00", "2026-12-01 11:00"),
        ("2026-11", "2026-12-03 02:00", "2026-12-03 11:00"),  # Missed: the next working hour.
        ("2026-11", "2026-12-04 17:00", "2026-12-07 11:00"),  # A Friday evening.
        ("2026-11", "2026-12-05 12:00", "2026-12-07 11:00"),  # A Saturday.
        ("2026-11", "2026-12-03 14:00", "2026-12-03 14:00"),
        ("2026-03", "2026-12-03 14:00", "2026-12-03 14:00"),  # Months that were missed come once.
        ("2026-12", "2026-12-01 11:00", "2027-01-04 11:00"),
        ("2027-05", "2026-12-01 11:00", "2027-06-01 10:00"),  # The clock was ahead.
        ("2026-03", "2026-04-01 09:59", "2026-04-01 10:00"),  # Summer time.
    ],
)
def test_it_comes_on_the_first_working_day_or_the_next_working_hour(tested, now, expected):
    assert next_test(ZONE, tested=tested, now=utc(now)) == utc(expected)


@pytest.mark.parametrize(
    ("now", "may"),
    [
        ("2026-12-01 10:59", False),
        ("2026-12-01 11:00", True),
        ("2026-12-01 15:59", True),
        ("2026-12-01 16:00", False),
        ("2026-12-05 12:00", False),
        ("2026-12-25 12:00", False),
    ],
)
def test_it_rings_in_working_hours_only(now, may):
    assert may_ring(ZONE, now=utc(now)) is may


def test_the_month_is_that_of_the_service():
    assert month_of(utc("2026-05-31 23:30"), ZONE) == "2026-06"


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (59, 1), (60, 1), (61, 2), (180, 3)])
def test_minutes_are_counted_as_they_begin(seconds, minutes):
    seen_at = NOON + timedelta(seconds=seconds)
    test = AlertTest(id=UUID(int=1), month="2026-11", sent_at=NOON, asked="U0LEE", seen_by="U0LEE", seen_at=seen_at)
    assert test.minutes == minutes
    assert not test.is_unanswered(now=NOON + timedelta(days=1))


def test_nobody_has_answered_once_an_hour_has_passed():
    test = AlertTest(id=UUID(int=1), month="2026-11", sent_at=NOON, asked="U0LEE")
    assert test.minutes is None
    assert [test.is_unanswered(now=NOON + minutes * MINUTE) for minutes in (59, 60)] == [False, True]
