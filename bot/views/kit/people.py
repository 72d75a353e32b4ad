"""How people are named."""

from bot.domain.service.service import Service
from bot.views.kit.blocks import escaped


def named(service: Service, slack_id: str) -> str:
    """The name in the service file, because that calls nobody; Slack's own for somebody who is not in it."""
    names = [person.name for person in service.people if person.slack_id == slack_id]
    return escaped(names[0]) if names else f"<@{slack_id}>"
