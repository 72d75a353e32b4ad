"""A form that speaks of danger was closed five minutes ago and not sent: its author is told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.reports.drafts import TOLD_AFTER
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.reports import drafts
from storage import report_drafts
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = drafts.TELLS
WHAT = "word that a report with danger was not sent"
FURTHEST = TOLD_AFTER
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, _context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:  # noqa: ARG001 - as every kind
    """Once for each closing, if the draft is still there."""
    found = [report_drafts.find(transaction, UUID(row.subject)) for row in rows]
    return DueResult([outgoing.not_sent(draft) for draft in found if draft])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """Whoever closes a form writes its row."""
