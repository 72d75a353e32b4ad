"""Local dates and times, and England's working days."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

SATURDAY = 5
LONDON = ZoneInfo("Europe/London")
_UTC_ZONE = ZoneInfo("UTC")


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


def working_day_before(day: date, count: int = 1) -> date:
    """The `count`-th working day before `day`."""
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def due_date(start: datetime, *, working_days: int) -> date:
    """The day on which a duty of so many working days ends. The day of the start in London is day 0.

    A duty of no working days ends on the day of its start, even at a weekend.
    """
    if working_days < 0:
        raise ValueError("a duty cannot end before it starts")
    return working_day_after(local_date(start, LONDON), working_days)


def at_local(day: date, clock_time: time, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which clocks in `zone` show `clock_time` on `day`.

    When the clocks skip this time, it moves forward by the gap. When they show it twice, the first one counts.
    """
    return datetime.combine(day, clock_time.replace(fold=0), zone).astimezone(UTC)


def known_zone(name: str, *, otherwise: ZoneInfo = _UTC_ZONE) -> ZoneInfo:
    """The zone of this name, or another if this machine knows none: tzdata may have been of another version."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # Not found; not a name; a folder of names.
        return otherwise


def local_date(now: datetime, zone: ZoneInfo) -> date:
    """The date in `zone` at the moment `now`."""
    if now.utcoffset() is None:
        raise ValueError("the moment has no zone")
    return now.astimezone(zone).date()
