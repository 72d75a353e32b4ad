"""Every message that shows a danger, and what it says now."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.incidents.danger import ShownDanger
from bot.usecases.context import Context
from bot.usecases.outgoing import Card, DangerQuestion, MoreDanger, Rung
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages
from storage import danger as dangers
from storage import incidents, reports
from storage.engine.transactions import Transaction
from storage.outbox import copies
from storage.outbox.copies import MessageCopy


def danger_copies(context: Context, incident_id: UUID, *, now: datetime) -> list[tuple[MessageCopy, Message]]:
    """The messages that stand in Slack, the oldest first, each with its content as it is now."""
    with context.database.reading() as transaction:
        about = [incident_id, *incidents.report_ids(transaction, incident_id)]
        found = copies.copies_of(transaction, *about)
        shown = [(copy, dangers.shown(transaction, _incidents(transaction, copy))) for copy in found]
    return [(copy, _message(context, copy, each, now)) for copy, each in shown if each]


def _incidents(transaction: Transaction, copy: MessageCopy) -> Sequence[UUID]:
    match copy.kind:
        case Card.KIND:
            return _of_reports(transaction, [Card.decode(copy.body).report])
        case MoreDanger.KIND:
            return _of_reports(transaction, MoreDanger.decode(copy.body).reports)
        case Rung.KIND:
            return list(Rung.decode(copy.body).dangers)
        case DangerQuestion.KIND:
            return [DangerQuestion.decode(copy.body).incident]
        case _:
            return []


def _of_reports(transaction: Transaction, report_ids: Sequence[UUID]) -> list[UUID]:
    return list(dict.fromkeys(each.incident_id for each in reports.get_all(transaction, report_ids)))


def _message(context: Context, copy: MessageCopy, shown: Sequence[ShownDanger], now: datetime) -> Message:
    if copy.kind == DangerQuestion.KIND and shown[0].danger.holder == copy.target:
        return danger_messages.question(shown[0], context.service, now=now)
    return danger_messages.card(shown, context.service, now=now)
