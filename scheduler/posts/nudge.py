"""Reminds an owner of their actions: those that are still open, and were not moved since the nudge was queued."""

from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action, ActionState
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import actions
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage

KIND = outgoing.NUDGE
READABLE = True


def compose(
    transaction: Transaction, _service: Service, delivery: ClaimedMessage, *, now: datetime
) -> Message | None:
    """All of the owner's due actions in one message; None once each has an answer."""
    named = [(actions.get(transaction, UUID(action_id)), set_at) for action_id, set_at in delivery.subject.items()]
    unanswered = [action for action, set_at in named if _unanswered(action, set_at)]
    if not unanswered:
        return None
    others = actions.open_count(transaction, delivery.target) - len(unanswered)
    return messages.nudge(unanswered, others=others, now=now)


def _unanswered(action: Action, set_at: str) -> bool:
    return action.state is ActionState.OPEN and action.due_set_at.isoformat() == set_at
