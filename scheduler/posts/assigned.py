"""Tells an owner of a new action."""

from uuid import UUID

from bot.domain.service import Service
from bot.usecases import letters
from bot.views import messages
from bot.views.blocks import Message
from storage import actions, reports
from storage.database import Work
from storage.outbox import Delivery

KIND = letters.ASSIGNED
READABLE = True


def compose(work: Work, _service: Service, delivery: Delivery) -> Message | None:
    """The agreed words: the person who made the action was told that they go to its owner."""
    action = actions.get(work, UUID(delivery.subject["action"]))
    return messages.assigned(action, reports.get(work, action.report_id).reference)
