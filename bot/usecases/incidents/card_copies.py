"""Every card of a report without danger, and what it says now."""

from uuid import UUID

from bot.usecases.context import Context
from bot.usecases.outgoing import Card
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import incidents, queue, reports
from storage.engine.transactions import Transaction
from storage.outbox import copies
from storage.outbox.copies import MessageCopy


def card_copies(context: Context, incident_id: UUID) -> list[tuple[MessageCopy, Message]]:
    """The cards that stand in Slack of all reports of this incident, with their content as it is now.

    Also by the id of any of its reports. Those of reports with danger are `danger_copies`.
    """
    with context.database.reading() as transaction:
        belongs_to = incidents.id_of_report(transaction, incident_id) or incident_id
        found = copies.copies_of(transaction, *incidents.report_ids(transaction, belongs_to))
        drawn = [(copy, _message(transaction, context, copy)) for copy in found if copy.kind == Card.KIND]
    return [(copy, message) for copy, message in drawn if message]


def _message(transaction: Transaction, context: Context, copy: MessageCopy) -> Message | None:
    about = Card.decode(copy.body)
    amendment = about.amendment
    report = reports.get_amended(transaction, amendment) if amendment else reports.get(transaction, about.report)
    if report.still_at_risk.urgent:
        return None
    row = queue.of_report(transaction, report.id)
    return messages.line_card(report, row, context.service, amended=amendment is not None)
