"""Tells the safety lead and one further role that somebody opened an incident against the table, with a reason."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import GlassBroken
from bot.views.kit.blocks import Message
from bot.views.shared import access_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import incidents
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = GlassBroken.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.break_glass.break_glass"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """Who opened which incident, and when; None to somebody who is involved in it."""
    told = GlassBroken.decode(claimed.body)
    incident = incidents.find(transaction, told.incident)
    if incident is None:
        raise LookupError("the incident is not there")
    if claimed.target in incidents.circumstances(transaction, incident).involved:
        return None
    return access_messages.glass_broken(incident.reference, told.person, service, at=told.at, now=now)
