"""What a person sees: messages, modals and the Home, in words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from sandbox.people.modal import Home, Modal, Shown, modal
from sandbox.people.surfaces import Surface, squeezed
from sandbox.records import Channel, Json
from sandbox.records import Message as PostedMessage
from sandbox.web_api import dnd
from sandbox.workspace import mrkdwn, threads
from sandbox.workspace.workspace import Workspace

__all__ = ["HasId", "Home", "Message", "Modal", "Shown", "calls", "mentions", "message", "modal", "words_of"]


class HasId(Protocol):
    """Anybody with an id."""

    @property
    def id(self) -> str:
        """The Slack id."""


EVERYONE = frozenset(mrkdwn.TO_EVERYONE)


@dataclass(frozen=True, kw_only=True)
class Message(Surface):
    """A message as it stands now."""

    posted: PostedMessage

    @property
    def text(self) -> str:
        """The message's own text: the notification, and what shows where there are no blocks."""
        return mrkdwn.plain(self.posted.text, names=self.names)

    @property
    def all_text(self) -> str:
        """Every word of it: the text and the blocks."""
        return f"{self.text}\n{mrkdwn.of_blocks(self.blocks, names=self.names)}"

    @property
    def ts(self) -> str:
        """Its name within its channel."""
        return self.posted.ts

    @property
    def channel(self) -> str:
        """The id of its channel."""
        return self.posted.channel

    @property
    def metadata(self) -> Json | None:
        """What the bot attached, which other apps can read."""
        return self.posted.metadata

    @property
    def edited(self) -> bool:
        """Whether it was changed since it was posted."""
        return self.posted.edited is not None

    def says(self, words: str) -> bool:
        """Whether these words can be read in the text or the blocks."""
        return squeezed(words) in squeezed(self.all_text)

    def shows(self, words: str) -> bool:
        """The same, for a card."""
        return self.says(words)

    @property
    def replies(self) -> "list[Message]":
        """What was said under it, oldest first."""
        return [message(self.workspace, reply) for reply in threads.replies(self.workspace, self.posted)]

    @property
    def files(self) -> list[Json]:
        """What is attached to it."""
        return self.posted.files

    def mentions(self, person: str | HasId) -> bool:
        """Whether it calls this person by name. Only members of the channel are called."""
        return mentions(self.posted, _id(person), channel=self.workspace.channels[self.channel])

    def makes_a_sound_for(self, person: str | HasId) -> bool:
        """Whether it calls them, directly or by name, at an hour at which they want to be disturbed."""
        about = self.workspace, self.posted, _id(person)
        return calls(*about) and not came_in_quiet_hours(*about)


def _id(person: str | HasId) -> str:
    return person if isinstance(person, str) else person.id


def calls(workspace: Workspace, message: PostedMessage, person_id: str) -> bool:
    """Whether a message is meant for this person to notice: a direct one, or one that names them."""
    channel = workspace.channels[message.channel]
    called = channel.direct_with == person_id or mentions(message, person_id, channel=channel)
    return called and message.user != person_id


def came_in_quiet_hours(workspace: Workspace, message: PostedMessage, person_id: str) -> bool:
    """Whether this person did not want to be disturbed when it came."""
    return dnd.is_quiet(workspace.members[person_id], datetime.fromtimestamp(message.seen_at, UTC))


def mentions(message: PostedMessage, person_id: str, *, channel: Channel) -> bool:
    """Whether a message calls this member of its channel, by name or with everyone."""
    called = mrkdwn.called(message.text, message.blocks)
    return person_id in channel.members and bool(called & (EVERYONE | {person_id}))


def words_of(shown: Message) -> str:
    """What a message says: its blocks, or its text where it has none."""
    return mrkdwn.of_blocks(shown.blocks, names=shown.names) or shown.text


def message(workspace: Workspace, posted: PostedMessage) -> Message:
    """A message to look at."""
    return Message(workspace=workspace, blocks=posted.blocks, posted=posted)
