"""Reminds an owner of their actions: those that are still open, and were not moved since the nudge was queued."""

from datetime import datetime

from bot.domain.actions.action import Action, ActionState
from bot.domain.service.service import Service
from bot.domain.values import Moment
from bot.usecases.outgoing import Nudge, halves
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from storage import actions
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Nudge.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.nudges"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """All of the owner's due actions in one message; None once each has an answer."""
    set_at = Nudge.decode(claimed.body).actions
    found = actions.find_all(transaction, list(set_at))
    if not found:
        raise LookupError("none of its actions is there")
    unanswered = [action for action in found if _unanswered(action, set_at[action.id])]
    if not unanswered:
        return None
    others = actions.open_count(transaction, claimed.target) - len(unanswered)
    return messages.nudge(unanswered, others=others, now=now)


def split(claimed: ClaimedMessage) -> list[OutboxMessage]:
    """In two halves: nobody knows how Slack counts the characters of every language."""
    return halves(claimed, Nudge.decode(claimed.body))


def _unanswered(action: Action, set_at: Moment) -> bool:
    return action.state is ActionState.OPEN and action.due_set_at == set_at
