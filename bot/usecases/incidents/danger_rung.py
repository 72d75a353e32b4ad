"""The ladder rings: whoever is next is asked, and after an outage each person once."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.incidents.danger import DangerState
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.incidents import ringing
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = ringing.RUNG
WHAT = "the next ringing about somebody at risk"
FURTHEST = ringing.FURTHEST
WHEN_LATE: WhenLate = AtOnce()


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One message for each person and for the channel, however many dangers ring."""
    found = ringing.taken(transaction, rows)
    unheld = [each for each in found if each.state is DangerState.OPEN]
    messages = ringing.ring_all(transaction, context, unheld, now=now)
    return DueResult(messages, ringing.following(transaction, KIND, rows, found, now=now))


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that change a danger write its rows."""
