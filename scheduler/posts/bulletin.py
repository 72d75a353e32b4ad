"""A team's weekly bulletin: numbers and thanks."""

from bot.domain.bulletins.edition import Issue
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from storage import reports
from storage.engine.transactions import Work
from storage.outbox.messages import Delivery

KIND = outgoing.BULLETIN
READABLE = False  # Candour does not read what teams say in their channels.


def compose(work: Work, service: Service, delivery: Delivery) -> Message | None:
    """The week in numbers; None if the team has left the service."""
    issue = Issue.model_validate_json(delivery.subject["issue"])
    team = service.team(issue.team)
    if team is None:
        return None
    start, end = issue.window(team.zone)
    return messages.bulletin(issue, reports.figures(work, team.code, start=start, end=end), team)
