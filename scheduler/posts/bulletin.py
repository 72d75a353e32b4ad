"""A team's weekly bulletin: numbers and thanks."""

from bot.domain.bulletins.edition import Edition
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage

KIND = outgoing.BULLETIN
READABLE = False  # Candour does not read what teams say in their channels.


def compose(transaction: Transaction, service: Service, delivery: ClaimedMessage) -> Message | None:
    """The week in numbers; None if the team has left the service."""
    edition = Edition.model_validate_json(delivery.subject["issue"])
    team = service.team(edition.team)
    if team is None:
        return None
    start, end = edition.window(team.zone)
    return messages.bulletin(edition, reports.figures(transaction, team.code, start=start, end=end), team)
