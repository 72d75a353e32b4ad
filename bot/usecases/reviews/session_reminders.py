"""Reminds people of a reflection session, a day and an hour before it begins."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.reviews.session import FURTHEST as FURTHEST_SESSION
from bot.domain.reviews.session import Session, reminded, reminders
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import due, sessions
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = outgoing.SessionSoon.KIND
WHAT = "the reminder of a reflection session"
FURTHEST = FURTHEST_SESSION
WHEN_LATE: WhenLate = AtOnce()


def schedule(transaction: Transaction, session: Session, *, now: datetime) -> None:
    """Write when people are reminded. Part of each transaction that changes a session."""
    due.remove(transaction, KIND, [f"{session.id}:{name}" for name in ("day", "hour")])
    times = reminders(session, now=now)
    due.put(transaction, [DueTime(KIND, f"{session.id}:{name}", at) for name, at in times.items()])


def serve(transaction: Transaction, _context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One message to each, also where both reminders are late. None once it has begun."""
    found = [sessions.find(transaction, each) for each in dict.fromkeys(UUID(row.subject[:36]) for row in rows)]
    coming = [each for each in found if each and each.called_off_at is None and each.starts_at > now]
    return DueResult(
        [
            outgoing.session_soon(session.id, to=person, starts_at=session.starts_at, at=now)
            for session in coming
            for person in reminded(session, sessions.guests(transaction, session.id))
        ]
    )


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that change a session write its rows."""
