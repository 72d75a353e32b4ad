"""A report that was begun and not sent is removed after a week."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.reports.drafts import KEPT_FOR
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.reports import drafts
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = drafts.ENDS
WHAT = "the end of a report that was not sent"
FURTHEST = KEPT_FOR
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, _context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:  # noqa: ARG001 - as every kind
    """Nobody is told: who wanted to send it has had a week."""
    drafts.remove(transaction, [UUID(row.subject) for row in rows])
    return DueResult()


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """Whoever saves a draft writes its row."""
