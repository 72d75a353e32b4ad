"""The reporter's copy of the receipt."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import Copy
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Copy.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The receipt without what the reporter wrote."""
    return messages.copy(reports.get(transaction, Copy.decode(claimed.body).report), service, now=now)
