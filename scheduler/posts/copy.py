"""The reporter's copy of the receipt."""

from datetime import datetime
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage

KIND = outgoing.COPY
READABLE = True


def compose(transaction: Transaction, service: Service, delivery: ClaimedMessage, *, now: datetime) -> Message | None:
    """The receipt without what the reporter wrote."""
    return messages.copy(reports.get(transaction, UUID(delivery.subject["report"])), service, now=now)
