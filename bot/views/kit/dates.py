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


def short_moment(at: datetime, zone: ZoneInfo, *, now: datetime) -> str:
    """The time alone if it was today, where people are; otherwise the date as well."""
    today = local_date(at, zone) == local_date(now, zone)
    return f"{at.astimezone(zone):%H:%M}" if today else moment(at, zone, now=now)
