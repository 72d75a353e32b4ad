"""App Home."""

from typing import Any

from slack_sdk import WebClient

from bot.usecases.context import Context
from bot.usecases.home import home_data
from bot.views.home import home
from bot.views.home.content import HomeContent


def opened(context: Context, body: dict[str, Any], client: WebClient) -> None:
    """Somebody opened a tab of the app; only the Home tab is ours to fill."""
    event = body["event"]
    if event.get("tab") == "home":
        publish(context, client, event["user"])


def publish(context: Context, client: WebClient, person: str) -> None:
    """Show this person their own reports and actions as they are now."""
    own = home_data(context, person)
    content = HomeContent(own.reports, own.actions, context.service, own.undelivered)
    client.views_publish(user_id=person, view=home.home(content))
