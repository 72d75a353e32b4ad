"""Days from one date to another, both included, where the service is; and whole months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local, local_date
from bot.domain.refusals import Refusal

_DAY = timedelta(days=1)
_MONTH = timedelta(days=31)


class PeriodRefused(Refusal):
    """The days are in the wrong order, or are no whole months where whole months are needed."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included. Raises `PeriodRefused` if they are in the wrong order."""

    first: date
    last: date
    zone: ZoneInfo

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodRefused

    @property
    def starts_at(self) -> datetime:
        return at_local(self.first, time(), self.zone)

    @property
    def ends_at(self) -> datetime:
        """The first moment after it."""
        return at_local(self.last + _DAY, time(), self.zone)

    def has(self, moment: datetime) -> bool:
        return self.has_day(local_date(moment, self.zone))

    def has_day(self, day: date) -> bool:
        return self.first <= day <= self.last

    def months(self) -> tuple["Period", ...]:
        """Its months, the oldest first. Raises `PeriodRefused` unless it is made of whole ones."""
        if self.first.day != 1 or (self.last + _DAY).day != 1:
            raise PeriodRefused
        return tuple(month_of(first, self.zone) for first in _firsts(self.first, self.last))

    def before(self, most: int, *, since: date) -> tuple["Period", ...]:
        """The whole months before it, at most so many and none that began before `since`, the oldest first."""
        found: list[Period] = []
        month = month_of(self.first.replace(day=1) - _DAY, self.zone)
        while month.first >= since and len(found) < most:
            found.insert(0, month)
            month = month_of(month.first - _DAY, self.zone)
        return tuple(found)


def month_of(day: date, zone: ZoneInfo) -> Period:
    """The month that this day is in."""
    first = day.replace(day=1)
    return Period(first, (first + _MONTH).replace(day=1) - _DAY, zone)


def month_before(now: datetime, zone: ZoneInfo) -> Period:
    """The latest month that is over."""
    return month_of(local_date(now, zone).replace(day=1) - _DAY, zone)


def latest_days(count: int, *, now: datetime, zone: ZoneInfo) -> Period:
    """So many days, the last of which is today."""
    today = local_date(now, zone)
    return Period(today - (count - 1) * _DAY, today, zone)


def _firsts(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = (first + _MONTH).replace(day=1)
