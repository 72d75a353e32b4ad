"""What Slack tells us that somebody did, as small values. What we have no use for is left behind here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bot.views.kit import form
from bot.views.kit.blocks import View

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Command:
    """Somebody typed the command. `text` is what stood after it."""

    person: str
    channel: str
    text: str = field(repr=False)
    trigger_id: str
    response_url: str


@dataclass(frozen=True)
class MessagePlace:
    """A message: its channel, and its name there."""

    channel: str
    ts: str


@dataclass(frozen=True)
class Press:
    """Somebody pressed a button. `message` is the one with the button, unless it stands in a modal or in Home."""

    person: str
    value: str
    channel: str
    trigger_id: str
    message: MessagePlace | None

    @property
    def id(self) -> UUID:
        """The opaque id that the button carries."""
        return UUID(self.value)


@dataclass(frozen=True)
class Submission:
    """Somebody sent a form."""

    person: str
    trigger_id: str
    view: View = field(repr=False)

    @property
    def ids(self) -> dict[str, str]:
        """The opaque ids that the form carries."""
        return form.remembered(self.view)


@dataclass(frozen=True)
class HomeOpened:
    """Somebody opened a tab of the app."""

    person: str
    tab: str


def command(body: Body) -> Command:
    return Command(
        person=body["user_id"],
        channel=body["channel_id"],
        text=body.get("text", ""),
        trigger_id=body["trigger_id"],
        response_url=body["response_url"],
    )


def press(body: Body) -> Press:
    container = body["container"]
    in_message = container["type"] == "message"
    return Press(
        person=body["user"]["id"],
        value=body["actions"][0]["value"],
        channel=body.get("channel", {}).get("id", ""),
        trigger_id=body["trigger_id"],
        message=MessagePlace(container["channel_id"], container["message_ts"]) if in_message else None,
    )


def submission(body: Body) -> Submission:
    return Submission(person=body["user"]["id"], trigger_id=body["trigger_id"], view=body["view"])


def home_opened(body: Body) -> HomeOpened:
    event = body["event"]
    return HomeOpened(person=event["user"], tab=event.get("tab", ""))
