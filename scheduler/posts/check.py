"""Asks the checker of a done action whether it works."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import CheckAsked
from bot.views.kit.blocks import Message
from bot.views.shared import action_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import actions, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = CheckAsked.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.check_asked"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - every post is given it
    """None once it has been checked, or is open again."""
    asked = CheckAsked.decode(claimed.body)
    action = actions.get(transaction, asked.action)
    if not action.waits_for_check or action.done_at != asked.done_at:
        return None
    return action_messages.check_asked(action, reports.get(transaction, action.report_id).reference)
