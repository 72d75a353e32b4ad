"""Fields of a dialog. Each draws and reads itself; its block id is its name, so that an error lands beside it."""

import dataclasses
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from bot.domain.refusals import Refusal
from bot.domain.values import Value
from bot.views.kit.blocks import Block, View, plain

V = TypeVar("V", bound=Value)


class FormRefused(Refusal):
    """An answer cannot be used. `errors` says it beside each field: pydantic's words are not for people."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(*errors)
        self.errors = dict(errors)


@dataclass(frozen=True)
class Field:
    """A question. `wrong` is what is said when the answer cannot be used.

    Of an answer that `tells_at_once` Slack tells by the field's name as soon as it is given.
    """

    name: str
    label: str
    wrong: str
    hint: str | None = None
    optional: bool = False
    tells_at_once: bool = False

    def draw(self, initial: Any = None) -> Block:  # noqa: ANN401 - each field has its own type of answer
        block: Block = {
            "type": "input",
            "block_id": self.name,
            "label": plain(self.label),
            "optional": self.optional,
            "element": {"action_id": self.name, **self.element(initial)},
        }
        block |= {"dispatch_action": True} if self.tells_at_once else {}
        return block | {"hint": plain(self.hint)} if self.hint else block

    def element(self, initial: Any) -> Block:  # noqa: ANN401 - as above
        raise NotImplementedError

    def read(self, state: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as above
        raise NotImplementedError

    def complaint(self, entered: Any) -> str | None:  # noqa: ANN401 - as above
        """What is said beside the field before any rule has looked; None if there is nothing to say."""
        return self.wrong if entered is None and not self.optional else None


@dataclass(frozen=True)
class Text(Field):
    """Free text of several lines."""

    longest: int = 3000

    def element(self, initial: str | None) -> Block:
        block: Block = {"type": "plain_text_input", "multiline": True, "max_length": self.longest}
        return block | {"initial_value": initial} if initial else block

    def read(self, state: Mapping[str, Any]) -> str | None:
        typed = state.get("value")
        return typed if isinstance(typed, str) else None

    def complaint(self, entered: str | None) -> str | None:
        if entered and len(entered) > self.longest:
            return f"Shorten this to {self.longest:,} characters."
        if entered and any("\ud800" <= character <= "\udfff" for character in entered):
            return "Half of an emoji or sign is here. Delete it, and send it again."
        return super().complaint(entered)


@dataclass(frozen=True)
class Line(Text):
    """A short text of one line."""

    longest: int = 100
    shortest: int = 1

    def element(self, initial: str | None) -> Block:
        block = super().element(initial) | {"multiline": False}
        return block | ({"min_length": self.shortest} if self.shortest > 1 else {})

    def complaint(self, entered: str | None) -> str | None:
        if entered is not None and len(entered) < self.shortest:
            return self.wrong
        return super().complaint(entered)


def _option(code: str, label: str) -> Block:
    return {"text": plain(label), "value": code}


@dataclass(frozen=True)
class Choice(Field):
    """One of a list of (code, label). `described` says more about some of them, by code."""

    options: Sequence[tuple[str, str]] = ()
    element_type: str = "static_select"
    described: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def element(self, initial: str | None) -> Block:
        offered = [self._offered(code, label) for code, label in self.options]
        chosen = [option for option in offered if option["value"] == initial]
        block: Block = {"type": self.element_type, "options": offered}
        return block | {"initial_option": chosen[0]} if chosen else block

    def _offered(self, code: str, label: str) -> Block:
        more = {"description": plain(self.described[code])} if code in self.described else {}
        return _option(code, label) | more

    def read(self, state: Mapping[str, Any]) -> str | None:
        chosen = state.get("selected_option")
        return chosen["value"] if chosen else None


@dataclass(frozen=True)
class Choices(Field):
    """Any number of a list of (code, label)."""

    options: Sequence[tuple[str, str]] = ()

    def element(self, initial: Collection[str] | None) -> Block:
        offered = [{"text": plain(label), "value": code} for code, label in self.options]
        chosen = [option for option in offered if option["value"] in (initial or ())]
        block: Block = {"type": "multi_static_select", "options": offered}
        return block | {"initial_options": chosen} if chosen else block

    def read(self, state: Mapping[str, Any]) -> frozenset[str]:
        return frozenset(option["value"] for option in state.get("selected_options") or [])


@dataclass(frozen=True)
class GroupedChoice(Field):
    """One of many, under the label of each group: (label, list of (code, label))."""

    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]] = ()

    def element(self, initial: str | None) -> Block:
        grouped = [(name, [_option(*each) for each in options]) for name, options in self.groups]
        chosen = [option for _, options in grouped for option in options if option["value"] == initial]
        offered = [{"label": plain(name), "options": options} for name, options in grouped]
        block: Block = {"type": "static_select", "option_groups": offered}
        return block | {"initial_option": chosen[0]} if chosen else block

    def read(self, state: Mapping[str, Any]) -> str | None:
        chosen = state.get("selected_option")
        return chosen["value"] if chosen else None


@dataclass(frozen=True)
class Moment(Field):
    """A date and time, picked in the person's own time zone."""

    def element(self, initial: datetime | None) -> Block:
        block: Block = {"type": "datetimepicker"}
        return block | {"initial_date_time": int(initial.timestamp())} if initial else block

    def read(self, state: Mapping[str, Any]) -> datetime | None:
        chosen = state.get("selected_date_time")
        return datetime.fromtimestamp(chosen, UTC) if chosen else None


@dataclass(frozen=True)
class Day(Field):
    """A date."""

    def element(self, initial: date | None) -> Block:
        block: Block = {"type": "datepicker"}
        return block | {"initial_date": initial.isoformat()} if initial else block

    def read(self, state: Mapping[str, Any]) -> date | None:
        chosen = state.get("selected_date")
        return date.fromisoformat(chosen) if chosen else None


@dataclass(frozen=True)
class Person(Field):
    """One person of the workspace."""

    def element(self, initial: str | None) -> Block:
        block: Block = {"type": "users_select"}
        return block | {"initial_user": initial} if initial else block

    def read(self, state: Mapping[str, Any]) -> str | None:
        return state.get("selected_user")


@dataclass(frozen=True)
class Ticks(Field):
    """Any of a short list of (code, label), or none."""

    options: Sequence[tuple[str, str]] = ()

    def element(self, initial: Sequence[str] | None) -> Block:
        offered = [{"text": plain(label), "value": code} for code, label in self.options]
        chosen = [option for option in offered if option["value"] in (initial or ())]
        block: Block = {"type": "checkboxes", "options": offered}
        return block | {"initial_options": chosen} if chosen else block

    def read(self, state: Mapping[str, Any]) -> list[str]:
        return [option["value"] for option in state.get("selected_options") or []]


@dataclass(frozen=True)
class People(Field):
    """Several people of the workspace."""

    most: int = 20

    def element(self, initial: Sequence[str] | None) -> Block:
        block: Block = {"type": "multi_users_select", "max_selected_items": self.most}
        return block | {"initial_users": list(initial)} if initial else block

    def read(self, state: Mapping[str, Any]) -> list[str] | None:
        return state.get("selected_users") or None


_SENT_BACK = ("type", "callback_id", "title", "submit", "close", "private_metadata", "external_id", "notify_on_close")


def sent_back(view: View, blocks: Sequence[Block]) -> View:
    """An open form with other blocks. A block whose id or first answer changed would lose its words."""
    kept = (*_SENT_BACK, "id", "hash", "state")
    return {name: view[name] for name in kept if view.get(name)} | {"blocks": blocks}


def for_update(view: View) -> View:
    """The parts of a view that Slack takes in an update."""
    return {name: view[name] for name in (*_SENT_BACK, "blocks") if view.get(name)}


_ANEW = "#"
"""Stands between a field's name and a number in the id of a block that was drawn anew with other words in it.

Slack keeps what was typed under a block's id, so that other words need another id.
"""


def field_of(block_id: str) -> str:
    """The name of the field that a block shows."""
    return block_id.partition(_ANEW)[0]


def drawn_anew(block: Block, field: Field, answer: Any) -> Block:  # noqa: ANN401 - each field has its own type
    """The block with this answer in it, in place of what was typed."""
    _, _, number = block["block_id"].partition(_ANEW)
    return field.draw(answer) | {"block_id": f"{field.name}{_ANEW}{int(number or 0) + 1}"}


def kept(view: View, fields: Sequence[Field]) -> list[Block]:
    """The blocks of a form, each field with its answer as its first one: nothing typed is lost."""
    values, asked = answers(view), by_name(fields)
    return [
        asked[name].draw(_read(asked[name], values)) | {"block_id": block["block_id"]}
        if (name := field_of(block.get("block_id") or "")) in asked and name in values
        else block
        for block in view.get("blocks") or []
    ]


def answers(view: View) -> dict[str, Any]:
    """What stands in the fields, by their names, as Slack says it."""
    values = (view.get("state") or {}).get("values") or {}
    return {field_of(block_id): given for block_id, given in values.items()}


def entered(view: View, fields: Sequence[Field]) -> dict[str, Any]:
    """What was answered, by field name, or `FormRefused`. A field that the view does not show is left out."""
    shown = {field_of(block.get("block_id") or "") for block in view.get("blocks") or []}
    values = answers(view)
    asked = [field for field in fields if field.name in shown or field.name in values]
    given = {field.name: _read(field, values) for field in asked}
    errors = {field.name: complaint for field in asked if (complaint := field.complaint(given[field.name]))}
    if errors:
        raise FormRefused(errors)
    return given


def _read(field: Field, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - each field has its own type of answer
    """The answer; None if there is none, or none that can be read."""
    try:
        return field.read(values[field.name][field.name] or {})
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError):
        return None


def chosen(view: View, name: str) -> str | None:
    """What was chosen in this field, whatever the other answers are; None if nothing can be read there."""
    try:
        values = view["state"]["values"]
    except (LookupError, TypeError):
        return None
    code = _read(Choice(name, label="", wrong=""), values)
    return code if isinstance(code, str) else None


def validated(value: type[V], asked: Mapping[str, Field], /, **given: Any) -> V:  # noqa: ANN401 - answers of any type
    """A value made of the answers, or `FormRefused`. `asked` names the field behind each part of the value."""
    try:
        return value(**given)
    except ValidationError as refusal:
        refused = {str(error["loc"][0]) for error in refusal.errors(include_input=False)}
    raise FormRefused({field.name: field.wrong for part, field in asked.items() if part in refused})


def by_name(fields: Sequence[Field]) -> dict[str, Field]:
    """The fields by their names, where the parts of a value are called the same."""
    return {field.name: field for field in fields}


def remembered(view: View) -> dict[str, str]:
    """The opaque ids that a dialog carries."""
    try:
        ids = json.loads(view["private_metadata"])
    except (LookupError, TypeError, ValueError):
        return {}
    return {name: str(value) for name, value in ids.items()} if isinstance(ids, dict) else {}


def metadata(ids: Mapping[str, str]) -> str:
    """Opaque ids as a view carries them. Read back with `remembered`."""
    return json.dumps(dict(ids))


def modal(callback_id: str, *, title: str, submit: str, blocks: Sequence[Block], ids: Mapping[str, str]) -> View:
    """A dialog. `ids` are opaque: whoever can read them may do nothing with them."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title),
        "submit": plain(submit),
        "close": plain("Cancel"),
        "private_metadata": metadata(ids),
        "blocks": list(blocks),
    }
