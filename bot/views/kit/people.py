"""How people are named."""

from bot.domain.service.service import Service
from bot.views.kit.blocks import escaped


def named(service: Service, slack_id: str) -> str:
    """The name in the service file, because that calls nobody; Slack's own for somebody who is not in it."""
    name = service.name_of(slack_id)
    return f"<@{slack_id}>" if name is None else escaped(name)


def called(service: Service, slack_id: str | None) -> str:
    """The name in the service file, not escaped; or that they are no longer in it."""
    return service.name_of(slack_id or "") or "Somebody who has left"
