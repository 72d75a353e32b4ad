"""Tells somebody that they take part in the review of an incident, or lead it."""

from datetime import datetime

from bot.domain.service.access import Act, may
from bot.domain.service.service import Service
from bot.usecases.outgoing import ReviewInvited
from bot.views.kit.blocks import Message
from bot.views.shared import review_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import incidents
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = ReviewInvited.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.reviews.lead.choose_people"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """The reference and a button; None to somebody who does not take part any more."""
    incident = incidents.find(transaction, ReviewInvited.decode(claimed.body).incident)
    if incident is None:
        raise LookupError("the incident is not there")
    about = incidents.circumstances(transaction, incident)
    if not may(service, claimed.target, Act.WRITE_REVIEW, about):
        return None
    leads = may(service, claimed.target, Act.LEAD_REVIEW, about)
    return review_messages.invited(incident.id, incident.reference, leads=leads)
