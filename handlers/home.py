"""App Home."""

from typing import Any

from slack_sdk import WebClient

from bot.usecases.context import House
from bot.usecases.home import own_things
from bot.views import home


def opened(house: House, body: dict[str, Any], client: WebClient) -> None:
    """Somebody opened a tab of the app; only the Home tab is ours to fill."""
    event = body["event"]
    if event.get("tab") == "home":
        publish(house, client, event["user"])


def publish(house: House, client: WebClient, person: str) -> None:
    """Show this person their own reports and actions as they are now."""
    own = own_things(house, person)
    view = home.home(own.reports, own.actions, house.service, undelivered=own.undelivered)
    client.views_publish(user_id=person, view=view)
