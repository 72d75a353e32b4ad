"""Telling the bot what a person did, and waiting for its acknowledgement as Slack does."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.records import Json
from sandbox.transport.envelopes import NotConnected
from sandbox.workspace.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"
NOT_OPEN = "This form is no longer open."


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the person sees at once. `mistake` says what the bot got wrong; a person never sees it."""

    trouble: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    reply: str | None = None
    mistake: str | None = None


class NoAnswer(Exception):
    """The bot is not there, or does not answer in time. The text is Slack's name for which of the two."""


class NothingThere(Exception):
    """The person looks for something that is not on the screen."""


class SignedOut(Exception):
    """Somebody whose account was deactivated can do nothing here."""


def ask(workspace: Workspace, kind: str, payload: Json, *, by: str, answerable: str) -> Json:
    """What the bot answers to what this person did. `answerable` is "with a payload" or "plainly"."""
    must_be_here(workspace, by)
    try:
        delivery = workspace.deliver(kind, payload, answerable=answerable)
    except NotConnected:
        raise NoAnswer("dispatch_failed") from None
    if not delivery.wait(workspace.patience.acknowledgement):
        raise NoAnswer(delivery.failure)
    return delivery.answer or {}


def tell(workspace: Workspace, kind: str, payload: Json, *, by: str) -> None:
    """The same, where nobody waits for the answer."""
    must_be_here(workspace, by)
    workspace.deliver(kind, payload, answerable="plainly")


def must_be_here(workspace: Workspace, person: str) -> None:
    """Refuse what somebody who has left would do."""
    if workspace.members[person].deleted:
        raise SignedOut(f"{workspace.members[person].name} has left and cannot sign in.")
