"""The card for a hand-over: the learning point of a bulletin that a person approved for this very channel."""

from datetime import datetime

from bot.domain.bulletins.answers import is_open
from bot.domain.service.service import Service
from bot.usecases.outgoing import Huddle
from bot.views.kit.blocks import Message
from bot.views.shared import bulletin_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import bulletins, consents
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Huddle.KIND
PRIORITY = Priority.NORMAL
READABLE = False  # Candour does not read what teams say in their channels.
QUEUED_BY = "bot.usecases.bulletins.huddle"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if its team has left or wants no card, if it is old, or if a reporter has said no meanwhile."""
    draft = bulletins.find(transaction, Huddle.decode(claimed.body).draft)
    shown = bulletins.shown(transaction, draft.id) if draft else None
    if draft is None or shown is None:
        raise LookupError("its words are not there")
    team = service.team(draft.team)
    wanted = team is not None and team.schedule.handover is not None and is_open(draft.posted_at, now=now)
    if team is None or not wanted or consents.is_refused(transaction, draft.point):
        return None
    return bulletin_messages.huddle(Message(*shown), team, draft.id)
