"""A team's weekly bulletin: numbers and thanks."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import Bulletin
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import figures
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Bulletin.KIND
PRIORITY = Priority.NORMAL
READABLE = False  # Candour does not read what teams say in their channels.
QUEUED_BY = "bot.usecases.bulletins.weekly"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The week in numbers; None if the team has left the service."""
    edition = Bulletin.decode(claimed.body).edition
    team = service.team(edition.team)
    if team is None:
        return None
    counts = figures.of_teams(transaction, {team.code: edition.window(team.zone)})
    return messages.bulletin(edition, counts[team.code], team, now=now)
