"""Whoever is thanked for good care hears of it, and reads the words that were meant for them."""

from datetime import datetime
from uuid import UUID

from bot.domain.reports.report import Report
from bot.domain.reports.thank_yous import OpenedThankYou
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import NotFound
from storage import audit, reports, thank_yous
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage


def thank_yous_to_queue(transaction: Transaction, report: Report) -> list[OutboxMessage]:
    """One message for each person whom it thanks, once."""
    return [outgoing.thanked(each) for each in thank_yous.of_report(transaction, report.id)]


def open_thank_you(context: Context, thank_you_id: UUID, *, by: str, now: datetime) -> OpenedThankYou:
    """The words, for the one whom they are for. For everybody else there is nothing here: raises `NotFound`."""
    with context.database.writing() as transaction:
        found = thank_yous.find(transaction, thank_you_id)
        if found is None or found.person != by:
            raise NotFound
        report = reports.get(transaction, found.report_id)
        words = thank_yous.words_of(transaction, thank_you_id)
        audit.add(transaction, actor=by, event=AuditEvent.THANK_YOU_OPENED, subject=str(found.report_id), at=now)
    return OpenedThankYou(report=report, words=words)
