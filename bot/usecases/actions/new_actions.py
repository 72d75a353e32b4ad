"""Tells owners of new actions: those that are given within a few minutes of each other come in one message."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.actions.action import Action
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import actions, due
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = outgoing.Assigned.KIND
WHAT = "the message about new actions"
WAIT = timedelta(minutes=5)
"""After the latest one, so that the next joins it."""
LONGEST_WAIT = timedelta(hours=1)
FURTHEST = LONGEST_WAIT
WHEN_LATE: WhenLate = AtOnce()


def schedule(transaction: Transaction, owner: str, *, now: datetime) -> None:
    """Write when this owner is told. Part of each transaction that gives them an action."""
    waiting = actions.untold(transaction, [owner])
    first = min((action.due_set_at for action in waiting), default=now)
    due.put(transaction, [DueTime(KIND, owner, min(now + WAIT, max(first + LONGEST_WAIT, now)))])


def serve(transaction: Transaction, _context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One message for each owner. Whoever answers at this moment is told in the next tick, if something is left."""
    waiting = actions.untold(transaction, [row.subject for row in rows])
    free = {each.id for each in actions.take_dates(transaction, [action.id for action in waiting])}
    busy = {action.owner for action in waiting if action.id not in free}
    found: dict[str, list[Action]] = defaultdict(list)
    for action in waiting:
        if action.owner not in busy:
            found[action.owner].append(action)
    actions.mark_told(transaction, [action.id for given in found.values() for action in given], now=now)
    messages = [outgoing.assigned(given, now=now) for given in found.values()]
    return DueResult(messages, [row for row in rows if row.subject in busy])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that give somebody an action write its row."""
