"""The test alert of each month: it shows whether an alert would be seen."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local, is_working_day, local_date, working_day_after
from bot.domain.values import Moment, PersonId, Value

SENT_AT = time(11)
NOT_AFTER = time(16)
"""A test that an outage has delayed rings nobody in the evening: it waits for the next working day."""
ANSWER_WITHIN = timedelta(hours=1)
"""Until then nobody says that it was not answered."""


class AlertTest(Value):
    """One test: the person on call whom it asked, and who saw it first."""

    id: UUID
    month: str
    sent_at: Moment
    asked: PersonId
    seen_by: PersonId | None = None
    seen_at: Moment | None = None

    @property
    def minutes(self) -> int | None:
        """How long it took until somebody had seen it, in whole minutes begun; None if nobody has."""
        return None if self.seen_at is None else max(1, -(-(self.seen_at - self.sent_at) // timedelta(minutes=1)))

    def is_unanswered(self, *, now: datetime) -> bool:
        return self.seen_at is None and now >= self.sent_at + ANSWER_WITHIN


def month_of(at: datetime, zone: ZoneInfo) -> str:
    """The month in which it is sent, such as 2026-12."""
    return f"{local_date(at, zone):%Y-%m}"


def next_test(zone: ZoneInfo, *, tested: str | None, now: datetime) -> datetime:
    """When the next test is sent: on the first working day of the month, or, if that was missed, on the next one.

    `tested` is the latest month that has had one. Without any, the first is that of the next month to begin.
    """
    today = local_date(now, zone)
    this_month = today.replace(day=1)
    if tested is not None and tested >= f"{this_month:%Y-%m}":
        return _on(_first_working_day(_month_after(date.fromisoformat(f"{tested}-01"))), zone)
    planned = _on(_first_working_day(this_month), zone)
    if tested is None and planned < now:
        return _on(_first_working_day(_month_after(this_month)), zone)
    return max(planned, _next_time_of_day(zone, now))


def may_ring(zone: ZoneInfo, *, now: datetime) -> bool:
    """Whether a test may ring now: on a working day, between 11:00 and 16:00."""
    here = now.astimezone(zone)
    return is_working_day(here.date()) and SENT_AT <= here.time() < NOT_AFTER


def _next_time_of_day(zone: ZoneInfo, now: datetime) -> datetime:
    """`now` itself if a test may ring; otherwise the next time when one may."""
    if may_ring(zone, now=now):
        return now
    today = local_date(now, zone)
    if is_working_day(today) and now < _on(today, zone):
        return _on(today, zone)
    return _on(working_day_after(today), zone)


def _on(day: date, zone: ZoneInfo) -> datetime:
    return at_local(day, SENT_AT, zone)


def _first_working_day(month: date) -> date:
    return working_day_after(month - timedelta(days=1))


def _month_after(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
