"""Local dates and times, and England's working days."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import holidays

SATURDAY = 5


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether `day` is neither a weekend nor a bank holiday in England."""
    return day.weekday() < SATURDAY and not is_bank_holiday(day)


def is_bank_holiday(day: date) -> bool:
    """Whether `day` is a bank holiday in England, its substitute days included."""
    return day in _bank_holidays(day.year)


def working_day_after(day: date, count: int = 1) -> date:
    """The `count`-th working day after `day`."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def known_zone(name: str) -> ZoneInfo:
    """The zone of this name; UTC if it is known no longer, because then a date is better than an error."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def at_local(day: date, clock_time: time, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which clocks in `zone` show `clock_time` on `day`.

    A time that the clocks skip moves forward by the gap; of a time that they show twice, the first is meant.
    """
    return datetime.combine(day, clock_time, zone).astimezone(UTC)


def local_date(now: datetime, zone: ZoneInfo) -> date:
    """The date in `zone` at the moment `now`."""
    return now.astimezone(zone).date()
