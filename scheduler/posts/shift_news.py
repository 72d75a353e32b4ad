"""Tells somebody who was on call that another is now, or that the one whom they asked cannot take over."""

from datetime import datetime

from bot.domain.service.rota import on_call_now
from bot.domain.service.service import Service
from bot.usecases.outgoing import RotaNews, ShiftNews
from bot.views.kit.blocks import Message
from bot.views.shared import rota_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import shifts
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = ShiftNews.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.service.rota.take_over"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if it is so no longer: nobody is told that they are not on call who is again."""
    told = ShiftNews.decode(claimed.body)
    lasting = shifts.around(transaction, now)
    shift = next((each for each in lasting if each.id == told.shift), None)
    is_on_call = on_call_now(service, lasting, now=now)[0] == claimed.target
    if shift is None or is_on_call is (told.news is RotaNews.TAKEN):
        return None
    match told.news:
        case RotaNews.TAKEN:
            return rota_messages.taken(shift, service)
        case RotaNews.DECLINED:
            return rota_messages.declined(told.person, service)
