"""A team's bulletin: the very words and blocks that a person approved."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import Bulletin
from bot.views.kit.blocks import Message
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import bulletins
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Bulletin.KIND
PRIORITY = Priority.NORMAL
READABLE = False  # Candour does not read what teams say in their channels.
QUEUED_BY = "bot.usecases.bulletins.weekly"


def compose(
    transaction: Transaction,
    service: Service,
    claimed: ClaimedMessage,
    *,
    now: datetime,  # noqa: ARG001 - as every kind
) -> Message | None:
    """What was approved; None if the team has left the service, or if nobody ever approved it."""
    content = Bulletin.decode(claimed.body)
    if content.draft is None or service.team(content.edition.team) is None:
        return None
    shown = bulletins.shown(transaction, content.draft)
    if shown is None:
        raise LookupError("its words are not there")
    return Message(*shown)
