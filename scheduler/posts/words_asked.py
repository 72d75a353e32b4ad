"""Tells a reporter that words wait for them: never what they say."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.service.service import Service
from bot.usecases.outgoing import WordsAsked
from bot.views.kit.blocks import Message
from bot.views.shared import bulletin_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import consents, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = WordsAsked.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.learning.approve.approve_point"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None once they have answered."""
    about = WordsAsked.decode(claimed.body)
    consent = consents.find(transaction, about.point, about.report)
    if consent is None:
        raise LookupError("nobody was asked")
    if consent.answer:
        return None
    zone = service.zone
    until, today = local_date(consent.until_at, zone), local_date(now, zone)
    report = reports.get(transaction, about.report)
    return bulletin_messages.words_asked(report, about.point, until=until, today=today)
