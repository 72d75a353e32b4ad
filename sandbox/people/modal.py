"""A modal or the Home as a person sees it and has filled it so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.people.surfaces import Surface, squeezed
from sandbox.records import Json, View
from sandbox.rules import inputs as elements
from sandbox.workspace import mrkdwn
from sandbox.workspace.workspace import Workspace

Value = str | int | list[str] | None


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
        return mrkdwn.of_text(self.content.get("title"), names=self.names)

    @property
    def submit(self) -> str:
        """The words on the submit button, or none."""
        return mrkdwn.of_text(self.content.get("submit"), names=self.names)

    @property
    def text(self) -> str:
        """Every word shown: title, blocks, what is typed, and the buttons."""
        typed = [str(field.value) for field in self.fields.values() if field.value not in (None, [])]
        shut = mrkdwn.of_text(self.content.get("close"), names=self.names)
        body = mrkdwn.of_blocks(self.blocks, names=self.names)
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
            label=mrkdwn.of_text(found.block.get("label"), names=self.names),
            hint=mrkdwn.of_text(found.block.get("hint"), names=self.names),
            kind=found.element["type"],
            required=found.required,
            value=_simple(typed),
            initial=_simple(found.initial),
            options={
                option["value"]: mrkdwn.of_text(option["text"], names=self.names)
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
