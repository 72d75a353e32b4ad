"""What a person sees: messages, modals and the Home, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from sandbox import absences, threads, wording
from sandbox import fields as elements
from sandbox.records import Channel, Json, View
from sandbox.records import Message as PostedMessage
from sandbox.surfaces import Surface, squeezed
from sandbox.workspace import Workspace


class HasId(Protocol):
    """Anybody with an id."""

    @property
    def id(self) -> str:
        """The Slack id."""


Value = str | int | list[str] | None
EVERYONE = frozenset(wording.TO_EVERYONE)


@dataclass(frozen=True, kw_only=True)
class Message(Surface):
    """A message as it stands now."""

    posted: PostedMessage

    @property
    def text(self) -> str:
        """The message's own text: the notification, and what shows where there are no blocks."""
        return wording.plain(self.posted.text, names=self.names)

    @property
    def all_text(self) -> str:
        """Every word of it: the text and the blocks."""
        return f"{self.text}\n{wording.of_blocks(self.blocks, names=self.names)}"

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
    return absences.is_quiet(workspace.members[person_id], datetime.fromtimestamp(float(message.ts), UTC))


def mentions(message: PostedMessage, person_id: str, *, channel: Channel) -> bool:
    """Whether a message calls this member of its channel, by name or with everyone."""
    called = wording.called(message.text, message.blocks)
    return person_id in channel.members and bool(called & (EVERYONE | {person_id}))


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question in a modal or the Home, as the person has filled it so far."""

    label: str
    hint: str
    kind: str
    required: bool
    value: Value
    initial: Value
    options: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Modal(Surface):
    """A modal, or the Home, as it stands now."""

    id: str
    hash: str
    content: Json
    values: Mapping[str, Mapping[str, Json]]

    @property
    def title(self) -> str:
        """The words at the top."""
        return wording.of_text(self.content.get("title"), names=self.names)

    @property
    def submit(self) -> str:
        """The words on the submit button, or none."""
        return wording.of_text(self.content.get("submit"), names=self.names)

    @property
    def text(self) -> str:
        """Every word shown: title, blocks, what is typed, and the buttons."""
        typed = [str(field.value) for field in self.fields.values() if field.value not in (None, [])]
        shut = wording.of_text(self.content.get("close"), names=self.names)
        body = wording.of_blocks(self.blocks, names=self.names)
        return "\n".join(line for line in (self.title, body, *typed, self.submit, shut) if line)

    @property
    def fields(self) -> dict[str, Field]:
        """Each question by its block_id, in order."""
        return {found.block_id: self._field(found) for found in elements.fields(self.blocks)}

    def field(self, block_id: str) -> Field:
        """One question."""
        return self.fields[block_id]

    @property
    def labels(self) -> list[str]:
        """The words of each question."""
        return [field.label for field in self.fields.values()]

    @property
    def required(self) -> list[str]:
        """The block_ids that need an answer."""
        return [block_id for block_id, field in self.fields.items() if field.required]

    def _field(self, found: elements.Field) -> Field:
        typed = elements.value_of(found, self.values) or found.empty
        return Field(
            label=wording.of_text(found.block.get("label"), names=self.names),
            hint=wording.of_text(found.block.get("hint"), names=self.names),
            kind=found.element["type"],
            required=found.required,
            value=_simple(typed),
            initial=_simple(found.initial),
            options={
                option["value"]: wording.of_text(option["text"], names=self.names)
                for option in elements.options(found.element)
            },
        )


Home = Modal


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What came of something a person did."""

    modal: Modal | None
    errors: Mapping[str, str]
    error: str | None
    notice: str | None

    @property
    def text(self) -> str:
        """Every word in front of the person now."""
        parts = (self.error, self.notice, *self.errors.values(), self.modal.text if self.modal else None)
        return "\n".join(part for part in parts if part)

    @property
    def title(self) -> str:
        """The title of the modal in front, or nothing."""
        return self.modal.title if self.modal else ""

    def says(self, words: str) -> bool:
        """Whether these words can be read."""
        return squeezed(words) in squeezed(self.text)


def words_of(shown: Message) -> str:
    """What a message says: its blocks, or its text where it has none."""
    return wording.of_blocks(shown.blocks, names=shown.names) or shown.text


def message(workspace: Workspace, posted: PostedMessage) -> Message:
    """A message to look at."""
    return Message(workspace=workspace, blocks=posted.blocks, posted=posted)


def modal(workspace: Workspace, view: View) -> Modal:
    """A modal or the Home to look at."""
    return Modal(
        workspace=workspace,
        blocks=view.blocks,
        id=view.id,
        hash=view.hash,
        content=view.content,
        values=view.values,
    )


def _simple(value: Json) -> Value:
    given = value[elements.VALUE_KEY[value["type"]]]
    if isinstance(given, list):
        return [one["value"] if isinstance(one, dict) else one for one in given]
    return str(given["value"]) if isinstance(given, dict) else given
