"""Tells somebody that their report, which spoke of danger, was not sent."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import NotSent
from bot.views.kit.blocks import Message
from bot.views.shared import draft_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import report_drafts
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = NotSent.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.reports.not_sent"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if it was sent or thrown away, or if its author has saved it again since."""
    told = NotSent.decode(claimed.body)
    draft = report_drafts.find(transaction, told.draft)
    return draft_messages.not_sent(draft, service, now=now) if draft and draft.saved_at == told.saved_at else None
