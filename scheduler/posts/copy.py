"""The reporter's copy of the receipt."""

from datetime import datetime

from bot.domain.incidents.danger import probably_wakes_nobody
from bot.domain.reports.report import Report
from bot.domain.service.service import Service
from bot.usecases.outgoing import Copy
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import danger as dangers
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Copy.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The receipt without what the reporter wrote."""
    report = reports.get(transaction, Copy.decode(claimed.body).report)
    return messages.copy(report, service, silent=_is_silent(transaction, report), now=now)


def _is_silent(transaction: Transaction, report: Report) -> bool:
    """Whether Slack will probably wake nobody because of it."""
    danger = dangers.find(transaction, report.incident_id) if report.still_at_risk.urgent else None
    if danger is None:
        return False
    people = [each for each in dangers.asked(transaction, report.incident_id) if each.to_a_person]
    return probably_wakes_nobody(danger, people)
