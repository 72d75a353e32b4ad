"""What each subject lists: which button, form, command or event it listens to, and what it does then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from slack_sdk import WebClient

from bot.domain.incidents.queue import QueuePlace
from bot.domain.service.service import Service
from bot.runtime.metrics import Metrics
from bot.usecases.context import Context
from bot.views.kit.blocks import View
from bot.views.kit.form import Field
from handlers.bolt import payloads
from handlers.bolt.identity import Identity
from handlers.bolt.once_per_person import OncePerPerson
from handlers.bolt.payloads import Choice, Closed, Command, HomeOpened, Press, Submission, WrittenMessage
from handlers.bolt.unsent_memory import UnsentForms
from handlers.bolt.wrong_codes import WrongCodes


@dataclass(frozen=True)
class Dependencies:
    """What every listener is given. `client` is for calls that a person waits for."""

    context: Context
    client: WebClient
    metrics: Metrics
    identity: Identity
    command: str = "/incident"
    recent_replies: OncePerPerson = field(default_factory=OncePerPerson)
    """Who was told that nobody reads messages."""
    unsent: UnsentForms = field(default_factory=UnsentForms)
    """What presses in open report forms handed over."""
    wrong_codes: WrongCodes = field(default_factory=WrongCodes)
    queue_places: dict[str, QueuePlace] = field(default_factory=dict)
    """Where in the queue each person looked last. Only so that a Home is redrawn where they are."""


class Source(StrEnum):
    """In which way Slack tells us of it."""

    COMMAND = "command"
    ACTION = "action"
    VIEW = "view"
    EVENT = "event"
    SHORTCUT = "shortcut"
    """From anywhere in Slack, or from the menu of a message."""
    CLOSED = "closed"
    """A form that was closed without being sent."""


@dataclass(frozen=True)
class Saved:
    """A form was saved. What `show` draws takes its place; `then` follows once Slack has been answered."""

    show: Callable[[], View]
    then: Callable[[], object] | None = None
    anonymous: bool = False
    """Nothing is counted at this moment."""


def _never_in_danger(_view: View) -> None:
    """Most forms do not ask."""


@dataclass(frozen=True)
class Dialog:
    """A form. `fields` are its questions in their order; `save` keeps the answers, or raises why it did not.

    `in_danger` reads a form that may not be saved: the code of the team where somebody may be at risk, as it says;
    empty if the team cannot be read; None if it speaks of no danger.
    """

    name: str
    fields: Callable[[Service, datetime], Sequence[Field]]
    draw: Callable[..., View]
    save: Callable[[Dependencies, Submission], Saved]
    in_danger: Callable[[View], str | None] = _never_in_danger


@dataclass(frozen=True)
class Listener:
    """What is done when something comes from this source by this name. Slack is answered first."""

    source: Source
    name: str
    read: Callable[[Mapping[str, Any]], Any]
    run: Callable[[Dependencies, Any], None]


@dataclass(frozen=True)
class FormListener:
    """Saves a form. Slack is answered last: nothing is shown in place of the form before it has been saved."""

    dialog: Dialog
    source: ClassVar[Source] = Source.VIEW

    @property
    def name(self) -> str:
        return self.dialog.name


AnyListener = Listener | FormListener
Listeners = tuple[AnyListener, ...]


def on_command(name: str, run: Callable[[Dependencies, Command], None]) -> Listener:
    return Listener(Source.COMMAND, name, payloads.command, run)


def on_shortcut(callback_id: str, run: Callable[[Dependencies, Command], None]) -> Listener:
    return Listener(Source.SHORTCUT, callback_id, payloads.shortcut, run)


def on_press(action_id: str, run: Callable[[Dependencies, Press], None]) -> Listener:
    return Listener(Source.ACTION, action_id, payloads.press, run)


def on_choice(action_id: str, run: Callable[[Dependencies, Choice], None]) -> Listener:
    return Listener(Source.ACTION, action_id, payloads.choice, run)


def on_closed(name: str, run: Callable[[Dependencies, Closed], None]) -> Listener:
    """`name` is that of the form."""
    return Listener(Source.CLOSED, name, payloads.closed, run)


def on_message(name: str, run: Callable[[Dependencies, WrittenMessage], None]) -> Listener:
    """`name` is the event as the manifest subscribes to it."""
    return Listener(Source.EVENT, name, payloads.written_message, run)


def on_home_opened(run: Callable[[Dependencies, HomeOpened], None]) -> Listener:
    return Listener(Source.EVENT, "app_home_opened", payloads.home_opened, run)
