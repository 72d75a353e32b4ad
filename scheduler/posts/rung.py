"""Asks the people of a rung, one by one and in the channel, about the dangers that nobody has."""

from datetime import datetime

from bot.domain.incidents.danger import DangerState, ShownDanger
from bot.domain.service.service import Service
from bot.usecases.outgoing import Rung, halves
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages
from scheduler.fallbacks import no_fallback as fallback
from storage import danger as dangers
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Rung.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """Those that nobody has taken since, and of which no later message to the same place tells."""
    numbers = Rung.decode(claimed.body).dangers
    found = dangers.shown(transaction, list(numbers))
    if not found:
        raise LookupError("none of its dangers is there")
    still = [each for each in found if _is_still_asked(each, claimed.target, numbers[each.danger.incident_id])]
    return danger_messages.card(still, service, may_repeat=claimed.may_repeat, now=now) if still else None


def split(claimed: ClaimedMessage) -> list[OutboxMessage]:
    """In two halves."""
    return halves(claimed, Rung.decode(claimed.body))


def _is_still_asked(shown: ShownDanger, target: str, number: int) -> bool:
    is_open = shown.danger.state is DangerState.OPEN and target not in shown.involved
    return is_open and shown.number_for(target) == number
