"""Dates and times as people say them: Monday 16 March, 09:00. In another year than this one: Monday 16 March 2027."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar import local_date


def day(on: date, *, today: date) -> str:
    """The date, with its year unless it is this year."""
    year = "" if on.year == today.year else f" {on.year}"
    return f"{on:%A} {on.day} {on:%B}{year}"


def day_of(at: datetime, zone: ZoneInfo, *, now: datetime) -> str:
    """The date of a moment where people are."""
    return day(local_date(at, zone), today=local_date(now, zone))


def moment(at: datetime, zone: ZoneInfo, *, now: datetime) -> str:
    """The date and the time where people are."""
    return f"{day_of(at, zone, now=now)}, {at.astimezone(zone):%H:%M}"


def clock(at: datetime, zone: ZoneInfo, *, now: datetime) -> str:
    """The time, if it is today's; otherwise the date and the time."""
    is_today = local_date(at, zone) == local_date(now, zone)
    return f"{at.astimezone(zone):%H:%M}" if is_today else moment(at, zone, now=now)


def clock_first(at: datetime, zone: ZoneInfo, *, now: datetime) -> str:
    """The same at the beginning of a line: 04:12 today."""
    is_today = local_date(at, zone) == local_date(now, zone)
    return f"{clock(at, zone, now=now)} today" if is_today else moment(at, zone, now=now)
