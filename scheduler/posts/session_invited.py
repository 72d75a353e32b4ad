"""Invites somebody to a reflection session, tells them of another time, or that it is called off."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import SessionInvited
from bot.views.kit.blocks import Message
from bot.views.shared import session_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import sessions
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = SessionInvited.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.reviews.sessions.propose_session"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The time and buttons; None to somebody who is not invited any more, or once it has begun."""
    session = sessions.find(transaction, SessionInvited.decode(claimed.body).session)
    if session is None:
        raise LookupError("the session is not there")
    invited = {each.person for each in sessions.guests(transaction, session.id)}
    if claimed.target not in invited or session.starts_at <= now:
        return None
    if session.called_off_at:
        return session_messages.called_off(session, service, now=now)
    return session_messages.invited(session, service, now=now)
