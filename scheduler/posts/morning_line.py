"""The safety channel's line each working morning: how much waits, as it is when the line leaves."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.service.service import Service
from bot.usecases.outgoing import MorningLine
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import queue
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = MorningLine.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.morning_line"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The numbers; None if nothing waits, or if its day is over."""
    if MorningLine.decode(claimed.body).day != local_date(now, service.zone):
        return None
    counts = queue.counts_for_channel(transaction, service, now=now)
    return None if counts.nothing else messages.morning_line(counts, service)
