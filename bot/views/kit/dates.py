"""Dates and times as people say them: Monday 16 March, 09:00."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"


def moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M}"


def day_of(at: datetime, zone: ZoneInfo) -> str:
    return day(at.astimezone(zone).date())
