"""Asks a second person whether it was right that whoever had a danger looked a name up."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import LookReview
from bot.views.kit.blocks import Message
from bot.views.shared import access_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = LookReview.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.look_reviews"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """Who looked and when, with two buttons. Why they did is read in the incident."""
    about = LookReview.decode(claimed.body)
    report = reports.get(transaction, about.report)
    return access_messages.was_it_right(report, about.entry, about.person, service, at=about.at, now=now)
