"""Asks for the check of an action that is done, once it can no longer be undone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.actions.action import UNDO_WITHIN, Action
from bot.domain.actions.lead import lead_of
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import actions, due
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = outgoing.CheckAsked.KIND
WHAT = "the question whether the action works"
FURTHEST = timedelta(days=1)
WHEN_LATE: WhenLate = AtOnce()


def schedule(transaction: Transaction, action: Action) -> None:
    """Write when the check is asked for. Part of each transaction in which an action is done or opened again."""
    if action.waits_for_check and action.done_at:
        due.put(transaction, [DueTime(KIND, str(action.id), action.done_at + UNDO_WITHIN)])
    else:
        due.remove(transaction, KIND, [str(action.id)])


def serve(
    transaction: Transaction,
    context: Context,
    rows: Sequence[DueTime],
    *,
    now: datetime,  # noqa: ARG001 - every kind is given it
) -> DueResult:
    """One question for each action that still waits."""
    found = actions.find_all(transaction, [UUID(row.subject) for row in rows])
    asked = [(action, action.checker or lead_of(action, context.service)) for action in found]
    return DueResult([outgoing.check_asked(action, to=to) for action, to in asked if to and action.waits_for_check])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use case that completes an action writes its row."""
