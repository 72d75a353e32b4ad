"""Tells an owner of a new action."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import Assigned
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import actions, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Assigned.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.agree_and_answer.agree_action"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The agreed words: the person who made the action was told that they go to its owner."""
    action = actions.get(transaction, Assigned.decode(claimed.body).action)
    if not action.change:
        raise LookupError("its words cannot be read")
    return messages.assigned(action, reports.get(transaction, action.report_id).reference, now=now)
