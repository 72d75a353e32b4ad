"""Tells an owner of a new action."""

from datetime import datetime
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import actions, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage

KIND = outgoing.ASSIGNED
READABLE = True


def compose(
    transaction: Transaction, _service: Service, delivery: ClaimedMessage, *, now: datetime
) -> Message | None:
    """The agreed words: the person who made the action was told that they go to its owner."""
    action = actions.get(transaction, UUID(delivery.subject["action"]))
    return messages.assigned(action, reports.get(transaction, action.report_id).reference, now=now)
