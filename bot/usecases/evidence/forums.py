"""Announces the paper of each forum, once a month, to those who sign it. A missed one is announced once, at once."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from bot.domain.calendar import local_date
from bot.domain.evidence.forum_papers import PaperName
from bot.domain.evidence.forums import covered, latest_month, next_due, planned
from bot.domain.service.service import Forum, Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import forums as papers
from storage import occurrences
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage

KIND = outgoing.PaperDue.KIND
WHAT = "the announcement of the forum's paper"
FURTHEST = timedelta(days=70)
"""From one announcement to the next, where weekends and holidays have moved both."""
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One announcement a forum and month. A forum that is gone gets none."""
    codes = {row.subject for row in rows}
    forums = [forum for forum in context.service.forums if forum.code in codes]
    sent = [message for forum in forums for message in _announced(transaction, context.service, forum, now)]
    return DueResult(sent, [_next(transaction, context.service, forum, now) for forum in forums])


def standing(transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """A row for each forum. Of one that is new, what came before counts as announced."""
    for forum in context.service.forums:
        _forget_what_came_early(transaction, context.service, forum, now)
    known = occurrences.latest_of(transaction, KIND)
    for forum in (forum for forum in context.service.forums if forum.code not in known):
        _record(transaction, context.service, forum, now)
    return [_next(transaction, context.service, forum, now) for forum in context.service.forums]


def _announced(transaction: Transaction, service: Service, forum: Forum, now: datetime) -> list[OutboxMessage]:
    _forget_what_came_early(transaction, service, forum, now)
    month = latest_month(forum, now=now, zone=service.zone)
    if not _record(transaction, service, forum, now):
        return []
    about, due_at = covered(month, service.zone), planned(forum, month, service.zone)
    due_on = local_date(due_at, service.zone)
    papers.announce(transaction, PaperName(forum.code, about), name=forum.name, due_on=due_on)
    return [outgoing.paper_due(forum, about, to=target, at=now) for target in forum.told]


def _forget_what_came_early(transaction: Transaction, service: Service, forum: Forum, now: datetime) -> None:
    """What was announced while the clock was ahead is announced again when its time comes."""
    occurrences.forget_after(transaction, KIND, forum.code, day=local_date(now, service.zone))


def _record(transaction: Transaction, service: Service, forum: Forum, now: datetime) -> bool:
    """Record the latest month of this forum. False if that was done before."""
    month = latest_month(forum, now=now, zone=service.zone)
    return occurrences.first_time(transaction, KIND, subject=forum.code, local_key=month.isoformat(), now=now)


def _next(transaction: Transaction, service: Service, forum: Forum, now: datetime) -> DueTime:
    announced = date.fromisoformat(occurrences.latest_of(transaction, KIND)[forum.code])
    return DueTime(KIND, forum.code, next_due(forum, announced=announced, now=now, zone=service.zone))
