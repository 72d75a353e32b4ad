"""What can be typed or chosen in blocks: where it starts, what is kept, and what Slack's own client refuses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sandbox.records import Json, Values

VALUE_KEY: Mapping[str, str] = {
    "plain_text_input": "value",
    "static_select": "selected_option",
    "radio_buttons": "selected_option",
    "checkboxes": "selected_options",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "multi_static_select": "selected_options",
    "multi_users_select": "selected_users",
}
SEVERAL = frozenset({"checkboxes", "multi_static_select", "multi_users_select"})
AT_ONCE = ("on_enter_pressed",)
"""When a text field of a block with dispatch_action tells the bot, unless it says otherwise."""
REQUIRED = "Please complete this required field."


@dataclass(frozen=True, kw_only=True)
class Field:
    """One element that holds a value. `block` is the block it stands in."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        """The block's id, which errors are shown beside."""
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        """The element's id within its block."""
        return str(self.element["action_id"])

    @property
    def required(self) -> bool:
        """Whether Slack's client insists on an answer. Only input blocks can."""
        return self.block["type"] == "input" and not self.block.get("optional", False)

    @property
    def empty(self) -> Json:
        """The value when nothing is chosen."""
        kind = self.element["type"]
        return {"type": kind, VALUE_KEY[kind]: [] if kind in SEVERAL else None}

    @property
    def initial(self) -> Json:
        """The value as the bot set it."""
        key = VALUE_KEY[self.element["type"]]
        given = self.element.get(key.replace("selected", "initial") if key != "value" else "initial_value")
        return self.empty if given in (None, "") else {**self.empty, key: given}

    def tells_of(self, act: str) -> bool:
        """Whether the bot hears at once of this act: on_enter_pressed, on_character_entered, or a choice."""
        if self.block["type"] != "input":
            return True
        if not self.block.get("dispatch_action"):
            return False
        acts = self.element.get("dispatch_action_config", {}).get("trigger_actions_on", AT_ONCE)
        return act in acts or self.element["type"] != "plain_text_input"


def options(element: Json) -> list[Json]:
    """What can be chosen there, in groups or not."""
    groups = element.get("option_groups", [])
    return [*element.get("options", []), *(option for group in groups for option in group["options"])]


def elements(block: Json) -> Iterator[Json]:
    """The interactive elements of a block."""
    match block["type"]:
        case "input":
            yield block["element"]
        case "actions":
            yield from block["elements"]
        case "section" if "accessory" in block:
            yield block["accessory"]


def fields(blocks: Sequence[Json]) -> Iterator[Field]:
    """Every element that holds a value, in order."""
    for block in blocks:
        for element in elements(block):
            if element["type"] in VALUE_KEY:
                yield Field(block=block, element=element)


def holds(blocks: Sequence[Json], *, block_id: str, action_id: str) -> bool:
    """Whether a value is kept there: a button and an overflow menu keep none."""
    return any((field.block_id, field.action_id) == (block_id, action_id) for field in fields(blocks))


def value_of(field: Field, values: Values) -> Json | None:
    """What is typed there, if that place has a value of the same kind."""
    value = values.get(field.block_id, {}).get(field.action_id)
    return value if value is not None and value.get("type") == field.element["type"] else None


def start(blocks: Sequence[Json], *, kept: Values | None = None) -> dict[str, dict[str, Json]]:
    """The values of a view as it appears; what was typed stays where block_id and action_id stay."""
    values: dict[str, dict[str, Json]] = {}
    for field in fields(blocks):
        typed = value_of(field, kept or {})
        keep = typed is not None and _still_offered(field, typed)
        values.setdefault(field.block_id, {})[field.action_id] = typed if keep and typed else field.initial
    return values


def _still_offered(field: Field, value: Json) -> bool:
    offered = [option["value"] for option in options(field.element)]
    chosen = value.get("selected_options") or [value.get("selected_option")]
    return not offered or all(option is None or option["value"] in offered for option in chosen)


def complaints(blocks: Sequence[Json], values: Values) -> dict[str, str]:
    """What Slack's client says beside each field before it sends anything."""
    found = {field.block_id: _complaint(field, value_of(field, values) or field.empty) for field in fields(blocks)}
    return {block_id: words for block_id, words in found.items() if words}


def _complaint(field: Field, value: Json) -> str | None:
    given = value[VALUE_KEY[field.element["type"]]]
    if given in (None, "", []) or (isinstance(given, str) and not given.strip()):
        return REQUIRED if field.required else None
    if isinstance(given, list):
        return _too_many(given, most=field.element.get("max_selected_items", len(given)))
    return _wrong_length(field, given) if field.element["type"] == "plain_text_input" else None


def _too_many(chosen: list[object], *, most: int) -> str | None:
    return f"Please choose {most} or fewer." if len(chosen) > most else None


def _wrong_length(field: Field, given: str) -> str | None:
    longest, shortest = field.element.get("max_length", 3000), field.element.get("min_length", 0)
    if len(given) > longest:
        return f"Please use {longest} characters or fewer."
    return f"Please use at least {shortest} characters." if len(given) < shortest else None
