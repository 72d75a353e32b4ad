"""What messages about several actions have in common."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from bot.domain.actions.action import Action, ActionState
from bot.domain.values import Moment
from storage import actions, reports
from storage.engine.transactions import Transaction

SetAt = Mapping[UUID, Moment]
"""When the date of each action had been set when the message was queued."""


def found(transaction: Transaction, set_at: SetAt) -> list[Action]:
    """Those that are there. Raises `LookupError` if none is."""
    there = actions.find_all(transaction, list(set_at))
    if not there:
        raise LookupError("none of its actions is there")
    return there


def unanswered(action: Action, set_at: SetAt) -> bool:
    return action.state is ActionState.OPEN and action.paused is None and action.due_set_at == set_at[action.id]


def references(transaction: Transaction, given: Sequence[Action]) -> dict[UUID, str]:
    """The reference of the report that each action was agreed after, by the action's id."""
    about = reports.get_all(transaction, list({each.report_id for each in given}))
    by_report = {report.id: report.reference for report in about}
    return {each.id: by_report[each.report_id] for each in given}
