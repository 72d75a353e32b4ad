"""Asks for approval of a bulletin: only while it waits, and without its words."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.service.access import approvers
from bot.domain.service.service import Service
from bot.usecases.outgoing import BulletinDraft
from bot.views.kit.blocks import Message
from bot.views.shared import bulletin_messages
from scheduler import of_drafts
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = BulletinDraft.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.bulletins.drafts"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None once somebody has decided, or if this person may not decide any more."""
    found = of_drafts.waiting(transaction, service, BulletinDraft.decode(claimed.body).draft)
    if found is None:
        return None
    draft, team = found
    if claimed.target not in approvers(service, team):
        return None
    return bulletin_messages.waits(draft, team, today=local_date(now, service.zone))
