"""Asks somebody on the rota to take over from whoever is on call."""

from datetime import datetime

from bot.domain.service.rota import on_call_now
from bot.domain.service.service import Service
from bot.usecases.outgoing import ShiftOffered
from bot.views.kit.blocks import Message
from bot.views.shared import rota_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import shifts
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = ShiftOffered.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.service.rota.offer_shift"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if somebody else is on call meanwhile, or has been asked in their place."""
    about = ShiftOffered.decode(claimed.body).shift
    shift = next((each for each in shifts.around(transaction, now) if each.id == about), None)
    if shift is None or shift.offered_to != claimed.target:
        return None
    is_on_call = on_call_now(service, shifts.around(transaction, now), now=now)[0] == shift.person
    return rota_messages.offered(shift, service) if is_on_call else None
