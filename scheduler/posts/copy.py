"""The reporter's copy of the receipt."""

from uuid import UUID

from bot.domain.service import Service
from bot.usecases import letters
from bot.views import messages
from bot.views.blocks import Message
from storage import reports
from storage.database import Work
from storage.outbox import Delivery

KIND = letters.COPY
READABLE = True


def compose(work: Work, service: Service, delivery: Delivery) -> Message | None:
    """The receipt without what the reporter wrote."""
    return messages.copy(reports.get(work, UUID(delivery.subject["report"])), service)
