"""Tells the approvers and the lead of a team that nobody approved its bulletin in time."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.service.access import approvers
from bot.domain.service.service import Service
from bot.usecases.outgoing import BulletinNotSent
from bot.views.kit.blocks import Message
from bot.views.shared import bulletin_messages
from scheduler import of_drafts
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = BulletinNotSent.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.bulletins.weekly"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if somebody has decided meanwhile."""
    found = of_drafts.waiting(transaction, service, BulletinNotSent.decode(claimed.body).draft)
    if found is None:
        return None
    draft, team = found
    approves = claimed.target in approvers(service, team)
    return bulletin_messages.not_sent(draft, team, to_approver=approves, today=local_date(now, service.zone))
