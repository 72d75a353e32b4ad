"""Tells the lead of a team that words about its bulletin wait: never what they say."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.service.access import leads_of_team
from bot.domain.service.service import Service
from bot.usecases.outgoing import BulletinWritten
from bot.views.kit.blocks import Message
from bot.views.shared import bulletin_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import bulletins
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = BulletinWritten.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.bulletins.answers"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None if this person does not lead the team any more, or the team has left."""
    draft = bulletins.find(transaction, BulletinWritten.decode(claimed.body).draft)
    if draft is None:
        raise LookupError("the bulletin is not there")
    team = service.team(draft.team)
    if team is None or claimed.target not in leads_of_team(service, team.code):
        return None
    return bulletin_messages.written(draft, team, today=local_date(now, team.zone))
