"""Reminds an owner of their actions: those that are still open, and still due on the day that the nudge was for."""

from uuid import UUID

from bot.domain.actions import ActionState
from bot.domain.service import Service
from bot.usecases import letters
from bot.views import messages
from bot.views.blocks import Message
from storage import actions
from storage.database import Work
from storage.outbox import Delivery

KIND = letters.NUDGE
READABLE = True


def compose(work: Work, _service: Service, delivery: Delivery) -> Message | None:
    """All of the owner's due actions in one message; None once each has an answer."""
    named = [(actions.get(work, UUID(action_id)), due_on) for action_id, due_on in delivery.subject.items()]
    unanswered = [
        action for action, due_on in named if action.state is ActionState.OPEN and action.due_on.isoformat() == due_on
    ]
    if not unanswered:
        return None
    others = actions.open_count(work, delivery.target) - len(unanswered)
    return messages.nudge(unanswered, others=others)
