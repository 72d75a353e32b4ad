"""Whoever has taken a danger does not answer: nobody has it any more, and the ladder goes on from its next step."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.incidents.danger import Lost, lose
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.incidents import ringing
from bot.usecases.outgoing import News
from storage import audit
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = ringing.UNANSWERED
WHAT = "the end of the wait for an answer"
FURTHEST = ringing.FURTHEST
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """The next ones are asked at once, and the reporter is told."""
    found = ringing.taken(transaction, rows)
    lost = [lose(each, Lost.NO_ANSWER, now=now) for each in found if each.question_at]
    messages = ringing.ring_all(transaction, context, lost, now=now)
    for each in lost:
        messages += ringing.news(transaction, each, News.LOST, at=now)
    following = ringing.following(transaction, KIND, rows, found, now=now)
    for each in lost:
        audit.add(
            transaction,
            actor="candour",
            event=AuditEvent.DANGER_UNANSWERED,
            subject=str(each.incident_id),
            at=now,
            holder=str(each.last_holder),
        )
    return DueResult(messages, following, [each.incident_id for each in lost])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that change a danger write its rows."""
