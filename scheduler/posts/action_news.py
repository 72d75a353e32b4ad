"""Tells whoever leads an action what its owner answered; and an owner that help is offered."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import ActionNews
from bot.views.kit.blocks import Message
from bot.views.shared import action_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import actions, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = ActionNews.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.answers.move_action"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message:
    """Without the reason, which is read in a modal."""
    entry = actions.get_entry(transaction, ActionNews.decode(claimed.body).entry)
    action = actions.get(transaction, entry.action_id)
    return action_messages.news(action, entry, reports.get(transaction, action.report_id).reference, now=now)
