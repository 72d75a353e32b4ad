"""Tells whoever leads an action that the same kind of thing has happened again: references only."""

from datetime import datetime

from bot.domain.service.access import Act, may
from bot.domain.service.service import Service
from bot.usecases.outgoing import Repeat
from bot.views.kit.blocks import Message
from bot.views.shared import hold_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from scheduler.later import wait_for_working_hours
from storage import actions, incidents, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Repeat.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.repeats"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if the reader may not find the new incident any more."""
    content = Repeat.decode(claimed.body)
    incident = incidents.find(transaction, content.incident)
    if incident is None:
        raise LookupError("the incident is not there")
    if not may(service, claimed.target, Act.FIND, incidents.circumstances(transaction, incident)):
        return None
    wait_for_working_hours(now, service.zone)
    found = actions.find_all(transaction, content.actions)
    references = [(each.id, reports.get(transaction, each.report_id).reference) for each in found]
    return hold_messages.repeat(incident.id, incident.reference, references)
