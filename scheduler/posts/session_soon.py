"""Reminds somebody of a reflection session."""

from datetime import datetime

from bot.domain.reviews.session import reminded
from bot.domain.service.service import Service
from bot.usecases.outgoing import SessionSoon
from bot.views.kit.blocks import Message
from bot.views.shared import session_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import sessions
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = SessionSoon.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.reviews.session_reminders"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if it has begun, was called off or moved, or if they have declined or were taken off meanwhile."""
    content = SessionSoon.decode(claimed.body)
    session = sessions.find(transaction, content.session)
    if session is None:
        raise LookupError("the session is not there")
    moved = session.called_off_at is not None or session.starts_at != content.starts_at
    if moved or session.starts_at <= now:
        return None
    people = reminded(session, sessions.guests(transaction, session.id))
    return session_messages.soon(session, service, now=now) if claimed.target in people else None
