"""The card in the safety channel, or to its people one by one where the channel cannot be reached."""

from datetime import datetime
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage

KIND = outgoing.CARD
READABLE = True


def compose(transaction: Transaction, service: Service, delivery: ClaimedMessage, *, now: datetime) -> Message | None:
    """The report, or the amendment that this card is of, without anything that the reporter wrote."""
    amendment = delivery.subject.get("amendment")
    report = (
        reports.amended(transaction, UUID(amendment))
        if amendment
        else reports.get(transaction, UUID(delivery.subject["report"]))
    )
    return messages.card(report, service, amended=amendment is not None, may_repeat=delivery.may_repeat, now=now)
