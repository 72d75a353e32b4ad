"""Tells somebody that they were thanked for good care."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import Thanked
from bot.views.kit.blocks import Message
from bot.views.shared import thank_you_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import thank_yous
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Thanked.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """A button. None if the report was taken back."""
    found = thank_yous.find(transaction, Thanked.decode(claimed.body).thank_you)
    return thank_you_messages.thanked(found.id) if found else None
