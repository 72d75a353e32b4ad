"""Tells an owner of new actions: those that are still open, theirs, and not answered since."""

from datetime import datetime

from bot.domain.actions.action import Action
from bot.domain.service.service import Service
from bot.usecases.outgoing import EVER, Assigned, halves
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler import of_actions
from scheduler.fallbacks import no_fallback as fallback
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Assigned.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.new_actions"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The agreed words: the person who made the action was told that they go to its owner."""
    set_at = Assigned.decode(claimed.body).actions
    given = [each for each in of_actions.found(transaction, set_at) if _is_news(each, set_at, claimed.target)]
    if not given:
        return None
    if not all(each.change for each in given):
        raise LookupError("its words cannot be read")
    return messages.assigned(given, of_actions.references(transaction, given), now=now)


def split(claimed: ClaimedMessage) -> list[OutboxMessage]:
    return halves(claimed, Assigned.decode(claimed.body))


def _is_news(action: Action, set_at: of_actions.SetAt, owner: str) -> bool:
    return set_at[action.id] == EVER or (action.owner == owner and of_actions.unanswered(action, set_at))
