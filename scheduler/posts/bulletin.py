"""A team's weekly bulletin: numbers and thanks."""

from datetime import datetime

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


def compose(transaction: Transaction, service: Service, delivery: ClaimedMessage, *, now: datetime) -> Message | None:
    """The week in numbers; None if the team has left the service."""
    issue = Edition.model_validate_json(delivery.subject["issue"])
    team = service.team(issue.team)
    if team is None:
        return None
    start, end = issue.window(team.zone)
    return messages.bulletin(issue, reports.figures(transaction, team.code, start=start, end=end), team, now=now)
