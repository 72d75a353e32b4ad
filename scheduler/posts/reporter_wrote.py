"""Tells whoever has an incident, or the safety channel, that its reporter has written to it."""

from datetime import datetime

from bot.domain.sensitivity import CONCERNS
from bot.domain.service.service import Service
from bot.usecases.outgoing import ReporterWrote
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_split as split
from storage import incidents, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = ReporterWrote.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.own_report.write_to_own_report"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """What its reporter did, without anything that they wrote. None if a channel would hear of a concern."""
    about = ReporterWrote.decode(claimed.body)
    report = reports.get(transaction, about.report)
    incident = incidents.find(transaction, report.incident_id)
    if not claimed.to_a_person and incident and incident.sensitivity in CONCERNS:
        return None
    return messages.reporter_wrote(report, about.wrote.value)


def fallback(service: Service, claimed: ClaimedMessage) -> list[OutboxMessage]:
    """The safety channel, if the one who has the incident cannot be reached."""
    if not claimed.to_a_person:
        return []
    return [OutboxMessage(claimed.kind, str(claimed.id), target=service.safety_channel, body=claimed.body)]
