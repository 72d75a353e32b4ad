"""Tells somebody that they have an incident now."""

from datetime import datetime

from bot.domain.service.access import Act, may
from bot.domain.service.service import Service
from bot.usecases.outgoing import HandedOver
from bot.views.kit.blocks import Message
from bot.views.shared import access_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import incidents
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = HandedOver.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.steps.hand_over_incident"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """The reference and a button; None once somebody else has it, or to somebody who may not open it any more."""
    incident = incidents.find(transaction, HandedOver.decode(claimed.body).incident)
    if incident is None:
        raise LookupError("the incident is not there")
    about = incidents.circumstances(transaction, incident)
    if incident.taken_by != claimed.target or not may(service, claimed.target, Act.READ_WORDS, about):
        return None
    return access_messages.handed_over(incident.id, incident.reference)
