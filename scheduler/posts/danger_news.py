"""Tells a reporter what has become of the danger that they reported."""

from datetime import datetime

from bot.domain.incidents.danger import Danger, DangerState
from bot.domain.service.service import Service
from bot.usecases.outgoing import DangerNews, News
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import danger as dangers
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = DangerNews.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.incidents.danger.take_danger"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if it is so no longer: what came after tells more."""
    told = DangerNews.decode(claimed.body)
    [shown] = dangers.shown(transaction, [told.incident])
    if not _is_so(shown.danger, told):
        return None
    match told.news:
        case News.UNSEEN:
            return danger_messages.unseen(shown, service, now=now)
        case News.TAKEN:
            return danger_messages.taken(shown, service, now=now)
        case News.LOST:
            return danger_messages.lost(shown, service, now=now)
        case News.LEFT_TO_NOBODY:
            return danger_messages.left_to_nobody(shown, service, now=now)
        case News.ENDED:
            return danger_messages.ended(shown, service, now=now)


def _is_so(danger: Danger, told: DangerNews) -> bool:
    match told.news:
        case News.TAKEN:
            return danger.taken_at == told.at
        case News.ENDED:
            return danger.ended_at == told.at
        case News.UNSEEN | News.LOST | News.LEFT_TO_NOBODY:
            return danger.state is DangerState.OPEN
