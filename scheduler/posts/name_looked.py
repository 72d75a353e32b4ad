"""Tells a reporter, and the safety leads, that whoever has the danger looked the reporter's name up."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import NameLooked
from bot.views.kit.blocks import Message
from bot.views.shared import access_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = NameLooked.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.incidents.look_up.look_up_name"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """To the reporter, whose name it is; to everybody else that it was looked up, and not what it is."""
    told = NameLooked.decode(claimed.body)
    report = reports.get(transaction, told.report)
    if claimed.target == report.reporter:
        return access_messages.your_name_looked_up(report, told.person, service, at=told.at, now=now)
    return access_messages.name_looked_up(report, told.person, service, at=told.at, now=now)
