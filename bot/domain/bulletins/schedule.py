"""When a weekly bulletin comes: by the clock on the wall of its team, and on which day it is posted."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local, is_working_day, working_day_after

WEEK = timedelta(days=7)
_ZONES_AHEAD = timedelta(days=1)
"""No zone is more than a day ahead of UTC: a date later than tomorrow's in UTC has not come anywhere."""


def occurrences_due(
    *, weekday: int, local_time: time, zone: ZoneInfo, now: datetime, last_posted: date
) -> list[tuple[date, datetime]]:
    """Each date after `last_posted` on this weekday (0 is Monday) whose time has come, with its moment (UTC).

    The oldest comes first. A time that the clocks skip moves forward by the gap; its date stays, even if the
    whole day was skipped. A time that they show twice comes once, at the first.
    """
    if now.utcoffset() is None:
        raise ValueError("now is without a zone")
    return [
        (day, moment)
        for day in _dates(weekday, after=last_posted, until=now.astimezone(UTC).date() + _ZONES_AHEAD)
        if (moment := at_local(day, local_time, zone)) <= now
    ]


def posting_day(local_date: date) -> date:
    """The day on which the bulletin of this date is posted: the date itself, or the next working day."""
    return local_date if is_working_day(local_date) else working_day_after(local_date)


def _dates(weekday: int, *, after: date, until: date) -> list[date]:
    """The dates on this weekday, later than `after` and not later than `until`."""
    days = (weekday - after.weekday() - 1) % WEEK.days + 1
    return [after + timedelta(days=passed) for passed in range(days, (until - after).days + 1, WEEK.days)]
