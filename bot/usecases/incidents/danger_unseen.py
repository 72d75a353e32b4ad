"""Nobody has pressed after five minutes: the reporter is told so, with the number to phone."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.incidents.danger import DangerState
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.incidents import ringing
from bot.usecases.outgoing import News
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = ringing.UNSEEN
WHAT = "the word to the reporter that nobody has answered"
FURTHEST = ringing.FURTHEST
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, _context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """Once for each danger, if nobody has it."""
    found = ringing.taken(transaction, rows)
    messages = [
        message
        for each in found
        if each.state is DangerState.OPEN
        for message in ringing.news(transaction, each, News.UNSEEN, at=now)
    ]
    return DueResult(messages, ringing.following(transaction, KIND, rows, found, now=now))


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """Whoever reports a danger writes its row."""
