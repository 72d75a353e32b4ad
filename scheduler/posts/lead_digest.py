"""A safety lead's weekly digest: numbers as they are when it leaves, of what this lead may find."""

from datetime import datetime

from bot.domain.bulletins.digest import USUAL_DIGEST, next_digest
from bot.domain.service.access import safety_leads
from bot.domain.service.findable import findable
from bot.domain.service.service import Service
from bot.usecases.outgoing import LeadDigest
from bot.views.kit.blocks import Message
from bot.views.shared import digest_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import digests
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = LeadDigest.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.bulletins.lead_digest"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if there is nothing to say, or if this person leads no more."""
    person = claimed.target
    if person not in safety_leads(service):
        return None
    told = digests.digest(transaction, findable(service, person), service, now=now)
    if told.nothing:
        return None
    schedule = digests.schedules(transaction, [person]).get(person, USUAL_DIGEST)
    return digest_messages.digest(told, service, next_at=next_digest(schedule, service, now=now), now=now)
