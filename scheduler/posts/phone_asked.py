"""Asks a reporter to phone whoever has their report."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import PhoneAsked
from bot.views.kit.blocks import Message
from bot.views.shared import access_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = PhoneAsked.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.incidents.phone_me.ask_to_phone"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """The reference and the number of the ward, or of on-call. Nothing else."""
    report = reports.get(transaction, PhoneAsked.decode(claimed.body).report)
    return access_messages.phone_us(report.reference, service.phone_of(report.team))
