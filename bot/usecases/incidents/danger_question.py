"""Whoever has taken a danger is asked whether all are safe: after 15 minutes, after an hour, then each hour."""

from collections.abc import Sequence
from datetime import datetime

from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.incidents import ringing
from storage import danger as dangers
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = ringing.QUESTION
WHAT = "the question whether all are safe"
FURTHEST = ringing.FURTHEST
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, _context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One question for each danger, to be answered in ten minutes."""
    found = ringing.taken(transaction, rows)
    asked = [each.model_copy(update={"question_at": now}) for each in found if each.holder]
    for each in asked:
        dangers.change(transaction, each)
        ringing.schedule(transaction, each, now=now)
    messages = [outgoing.danger_question(each) for each in asked]
    return DueResult(messages, ringing.following(transaction, KIND, rows, found, now=now))


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that change a danger write its rows."""
