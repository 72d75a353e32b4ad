"""Asks the one who has a danger whether all are safe."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import DangerQuestion
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import danger as dangers
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = DangerQuestion.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.incidents.danger_question"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if they have answered, or if they have it no longer."""
    asked = DangerQuestion.decode(claimed.body)
    [shown] = dangers.shown(transaction, [asked.incident])
    has_it = (shown.danger.holder, shown.danger.taken_at) == (claimed.target, asked.taken_at)
    return danger_messages.question(shown, service, now=now) if has_it and shown.danger.question_at else None
