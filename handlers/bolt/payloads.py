"""What Slack tells us that somebody did, as small values. What we have no use for is left behind here.

A part that is missing, or is no text, is empty: a person is answered all the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
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
    """Somebody pressed a button, or chose from a menu that tells at once: then `value` is that of the choice.

    `message` is the one with the button, unless it stands in a modal or in Home.
    """

    person: str
    value: str
    channel: str
    trigger_id: str
    response_url: str
    message: MessagePlace | None
    view_id: str
    in_modal: bool
    in_home: bool = False
    ids: Mapping[str, str] = field(default_factory=dict)
    """The opaque ids that the view with the button carries."""

    @property
    def id(self) -> UUID:
        """The opaque id that the button carries."""
        return UUID(self.value)


@dataclass(frozen=True)
class Choice:
    """Somebody has chosen an answer in a form that is still open."""

    person: str
    value: str
    view: View = field(repr=False)
    name: str = ""
    """That of the question."""
    at: str = ""
    """When Slack saw the press, as text that sorts by time."""


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

    @property
    def key(self) -> str:
        """The submission key: the form's nonce and its person, so that nobody sends another's form."""
        return f"{self.nonce}:{self.person}"

    @property
    def nonce(self) -> str:
        """The submission key of somebody anonymous: the form's nonce alone."""
        return self.ids.get("nonce") or str(self.view.get("id", ""))


@dataclass(frozen=True)
class Closed:
    """Somebody closed a form without sending it. Slack does not say what was typed."""

    person: str
    view: View = field(repr=False)


@dataclass(frozen=True)
class HomeOpened:
    """Somebody opened a tab of the app."""

    person: str
    tab: str
    workspace: str


@dataclass(frozen=True)
class WrittenMessage:
    """Somebody wrote a message. Its words are left behind at this door: nothing of ours ever holds them."""

    person: str
    channel: str
    thread_ts: str
    workspace: str
    direct: bool
    new: bool
    """Whether a person has just written it: no bot, nothing changed, deleted or announced."""


_KINDS = {"block_actions", "view_submission", "view_closed", "event_callback", "shortcut", "message_action"}


def kind(body: Body) -> str:
    """What kind of payload this is, for a log: a word of Slack's that we know, never text from outside."""
    named = _text(body, "type")
    return named if named in _KINDS else "command" if "command" in body else "other"


def person(body: Body) -> str:
    """Who did it, whatever it was."""
    return _text(body, "user", "id") or _text(body, "user_id")


def response_url(body: Body) -> str:
    return _text(body, "response_url")


def command(body: Body) -> Command:
    return Command(
        person=_text(body, "user_id"),
        channel=_text(body, "channel_id"),
        text=_text(body, "text"),
        trigger_id=_text(body, "trigger_id"),
        response_url=_text(body, "response_url"),
    )


def shortcut(body: Body) -> Command:
    """A shortcut is a command without typing. Of the message that it is on, only the words are taken.

    Who wrote it, and where, is left behind at this door; its channel tells the team.
    """
    return Command(
        person=_text(body, "user", "id"),
        channel=_text(body, "channel", "id"),
        text=unescape(_text(body, "message", "text")),
        trigger_id=_text(body, "trigger_id"),
        response_url=_text(body, "response_url"),
    )


def press(body: Body) -> Press:
    view, action = _part(body, "view"), _first(body.get("actions"))
    return Press(
        person=_text(body, "user", "id"),
        value=_text(action, "value") or _text(action, "selected_option", "value"),
        channel=_text(body, "channel", "id"),
        trigger_id=_text(body, "trigger_id"),
        response_url=_text(body, "response_url"),
        message=_message(_part(body, "container")),
        view_id=_text(view, "id"),
        in_modal=_text(view, "type") == "modal",
        in_home=_text(view, "type") == "home",
        ids=form.remembered(dict(view)),
    )


def choice(body: Body) -> Choice:
    view = body.get("view")
    return Choice(
        person=_text(body, "user", "id"),
        value=_text(_first(body.get("actions")), "selected_option", "value"),
        view=view if isinstance(view, dict) else {},
        name=_text(_first(body.get("actions")), "action_id"),
        at=_text(_first(body.get("actions")), "action_ts"),
    )


def submission(body: Body) -> Submission:
    view = body.get("view")
    return Submission(
        person=_text(body, "user", "id"),
        trigger_id=_text(body, "trigger_id"),
        view=view if isinstance(view, dict) else {},
    )


def closed(body: Body) -> Closed:
    view = body.get("view")
    return Closed(person=_text(body, "user", "id"), view=view if isinstance(view, dict) else {})


def home_opened(body: Body) -> HomeOpened:
    return HomeOpened(
        person=_text(body, "event", "user"), tab=_text(body, "event", "tab"), workspace=_text(body, "team_id")
    )


_BY_A_PERSON = ("", "file_share", "me_message", "thread_broadcast")
"""The subtypes of a message that a person has just written. Source: docs.slack.dev/reference/events/message"""
_SLACK_ITSELF = "USLACKBOT"


def written_message(body: Body) -> WrittenMessage:
    event = _part(body, "event")
    by_person = _text(event, "user") not in ("", _SLACK_ITSELF) and not event.get("bot_id")
    return WrittenMessage(
        person=_text(event, "user"),
        channel=_text(event, "channel"),
        thread_ts=_text(event, "thread_ts"),
        workspace=_text(event, "user_team") or _text(event, "team") or _text(body, "team_id"),
        direct=_text(event, "channel_type") == "im",
        new=by_person and _text(event, "subtype") in _BY_A_PERSON and not event.get("edited"),
    )


def _message(container: Body) -> MessagePlace | None:
    if _text(container, "type") != "message":
        return None
    return MessagePlace(_text(container, "channel_id"), _text(container, "message_ts"))


def _first(parts: object) -> Body:
    first = parts[0] if isinstance(parts, list) and parts else {}
    return first if isinstance(first, Mapping) else {}


def _part(body: Body, name: str) -> Body:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(body: Body, *path: str) -> str:
    *parts, last = path
    for name in parts:
        body = _part(body, name)
    found = body.get(last)
    return found if isinstance(found, str) else ""
