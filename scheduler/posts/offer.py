"""Offers help with late actions to whoever leads them: once in the life of each."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import Offer, halves
from bot.views.kit.blocks import Message
from bot.views.shared import action_messages
from scheduler import of_actions
from scheduler.fallbacks import no_fallback as fallback
from scheduler.later import wait_for_working_hours
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Offer.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.nudges"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """Those that are still late; None once each has an answer."""
    set_at = Offer.decode(claimed.body).actions
    late = [each for each in of_actions.found(transaction, set_at) if of_actions.unanswered(each, set_at)]
    if not late:
        return None
    wait_for_working_hours(now, service.zone)
    return action_messages.offer(late, of_actions.references(transaction, late), now=now)


def split(claimed: ClaimedMessage) -> list[OutboxMessage]:
    return halves(claimed, Offer.decode(claimed.body))
