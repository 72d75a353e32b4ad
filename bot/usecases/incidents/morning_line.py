"""The safety team's morning: on each working day at 08:30 one line in their channel says how much waits."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import at_local, is_working_day, local_date
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import Dropped, DueResult, WhenLate
from storage import occurrences, queue
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = outgoing.MorningLine.KIND
WHAT = "the numbers of the safety team's queue, each working morning"
SUBJECT = "service"
_DAY = timedelta(days=1)
AT = time(8, 30)
LATEST = timedelta(hours=3)
"""After this, the morning is over and the numbers are old."""
FURTHEST = timedelta(days=1, hours=2)
"""A day, and what the clocks may change in it. Days off have a row too: one further ahead is not believed."""
WHEN_LATE: WhenLate = Dropped(after=LATEST)


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """This morning's line, once, on a working day on which something waits."""
    service, [row] = context.service, rows
    today = local_date(now, service.zone)
    if row.due_at != at_local(today, AT, service.zone):  # Written while the clock was wrong, or the ticks rested.
        return DueResult(following=[_next(service, now)])
    occurrences.forget_after(transaction, KIND, SUBJECT, day=today)
    first = occurrences.first_time(transaction, KIND, subject=SUBJECT, local_key=today.isoformat(), now=now)
    told = first and is_working_day(today) and not queue.counts_for_channel(transaction, service, now=now).nothing
    return DueResult([outgoing.morning_line(service, today)] if told else [], [_on(today + _DAY, service)])


def standing(_transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """This morning's row until the morning is over, because nobody may have served it yet; or tomorrow's."""
    return [_next(context.service, now)]


def _next(service: Service, now: datetime) -> DueTime:
    today = local_date(now, service.zone)
    this_morning = _on(today, service)
    return this_morning if now <= this_morning.due_at + LATEST else _on(today + _DAY, service)


def _on(day: date, service: Service) -> DueTime:
    return DueTime(KIND, SUBJECT, at_local(day, AT, service.zone))
