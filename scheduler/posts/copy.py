"""The reporter's copy of the receipt."""

from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import reports
from storage.engine.transactions import Work
from storage.outbox.messages import Delivery

KIND = outgoing.COPY
READABLE = True


def compose(work: Work, service: Service, delivery: Delivery) -> Message | None:
    """The receipt without what the reporter wrote."""
    return messages.copy(reports.get(work, UUID(delivery.subject["report"])), service)
