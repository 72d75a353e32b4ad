"""Asks after harm whether support was offered: the reference and two buttons."""

from datetime import datetime

from bot.domain.incidents.support import Support, is_after_harm
from bot.domain.reports.types import worst_said
from bot.domain.service.access import asked_about_support
from bot.domain.service.service import Service
from bot.usecases.outgoing import SupportAsked
from bot.views.kit.blocks import Message
from bot.views.shared import support_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from scheduler.later import wait_for_support_hours
from storage import incidents, reports, support
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = SupportAsked.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.support"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None once it is done, if there was no harm after all, or if somebody else is to be asked."""
    content = SupportAsked.decode(claimed.body)
    incident = incidents.find(transaction, content.incident)
    if incident is None:
        raise LookupError("the incident is not there")
    known = support.of_incident(transaction, incident.id)
    if known is None or Support.DONE in known:
        return None
    harm = is_after_harm(incident.decision, worst_said(reports.harm_said(transaction, incident.id)))
    if not harm or asked_about_support(service, incidents.circumstances(transaction, incident)) != claimed.target:
        return None
    wait_for_support_hours(now, service.zone_of(incident.team))
    return support_messages.asked(incident.id, incident.reference, content.stage, service)
