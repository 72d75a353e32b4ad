"""What Slack refuses in blocks and views: shapes, lengths, counts, surfaces."""

import json
from collections.abc import Iterator, Mapping, Sequence

from slackblocks import _limits as limits
from slackblocks._surfaces import _BLOCK_TYPES_BY_SURFACE as BLOCK_TYPES_BY_SURFACE

from sandbox.records import Json
from sandbox.refusals import Refusal
from sandbox.rules import inputs
from sandbox.rules.elements import ELEMENTS, elements_in, text_of, words
from sandbox.rules.json_checks import Check, both, by_type, complaint, flag, many, one_of, record, string
from sandbox.rules.rich_text import PARTS

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
LONGEST_TITLE = 24
LONGEST_METADATA = 3000
LARGEST_VIEW = 250_000
BLOCK_ID = string(most=limits.BLOCK_ID_MAX_LENGTH)


def block(kind: str, *, required: Mapping[str, Check] | None = None, **optional: Check) -> Check:
    """A block of this type."""
    return record(required={"type": one_of(kind), **(required or {})}, optional={"block_id": BLOCK_ID, **optional})


def _something_to_say(value: object, at: str) -> Iterator[str]:
    if isinstance(value, dict) and not value.get("text") and not value.get("fields"):
        yield complaint("missing required field: text or fields", at)


CONTEXT_PARTS: Mapping[str, Check] = {
    "mrkdwn": text_of(most=limits.TEXT_MAX_LENGTH),
    "plain_text": text_of(most=limits.TEXT_MAX_LENGTH),
    "image": ELEMENTS["image"],
}
RICH_TEXT = block("rich_text", required={"elements": many(by_type(PARTS), most=1000)})
CELLS: Mapping[str, Check] = {
    "raw_text": record(
        required={"type": one_of("raw_text"), "text": string(most=limits.TEXT_MAX_LENGTH)}, optional={}
    ),
    "rich_text": RICH_TEXT,
}
COLUMN = record(required={}, optional={"align": one_of("left", "center", "right"), "is_wrapped": flag})
BLOCKS: Mapping[str, Check] = {
    "section": both(
        block(
            "section",
            text=text_of(most=limits.SECTION_TEXT_MAX_LENGTH),
            fields=many(text_of(most=limits.SECTION_FIELDS_ITEM_MAX_LENGTH), most=limits.SECTION_FIELDS_MAX_ITEMS),
            accessory=by_type(elements_in("section")),
            expand=flag,
        ),
        _something_to_say,
    ),
    "header": block("header", required={"text": words(most=limits.HEADER_TEXT_MAX_LENGTH)}),
    "context": block(
        "context", required={"elements": many(by_type(CONTEXT_PARTS), most=limits.CONTEXT_ELEMENTS_MAX_ITEMS)}
    ),
    "divider": block("divider"),
    "actions": block(
        "actions",
        required={"elements": many(by_type(elements_in("actions")), most=limits.ACTIONS_ELEMENTS_MAX_ITEMS)},
    ),
    "input": block(
        "input",
        required={"label": words(most=limits.INPUT_LABEL_MAX_LENGTH), "element": by_type(elements_in("input"))},
        hint=words(most=limits.INPUT_HINT_MAX_LENGTH),
        optional=flag,
        dispatch_action=flag,
    ),
    "image": block(
        "image",
        required={
            "image_url": string(most=limits.IMAGE_IMAGE_URL_MAX_LENGTH),
            "alt_text": string(most=limits.IMAGE_ALT_TEXT_MAX_LENGTH),
        },
        title=words(most=limits.IMAGE_TITLE_MAX_LENGTH),
    ),
    "markdown": block("markdown", required={"text": string(most=limits.MARKDOWN_TEXT_MAX_LENGTH)}),
    "rich_text": RICH_TEXT,
    "table": block(
        "table",
        required={
            "rows": many(many(by_type(CELLS), most=limits.TABLE_COLUMNS_MAX_ITEMS), most=limits.TABLE_ROWS_MAX_ITEMS)
        },
        column_settings=many(COLUMN, most=limits.TABLE_COLUMN_SETTINGS_MAX_ITEMS),
    ),
    "alert": block(
        "alert",
        required={"text": text_of(most=limits.ALERT_TEXT_MAX_LENGTH)},
        level=one_of("default", "info", "warning", "error", "success"),
    ),
}
BLOCKS_ON: Mapping[str, Mapping[str, Check]] = {
    surface: {kind: check for kind, check in BLOCKS.items() if kind in kinds}
    for surface, kinds in BLOCK_TYPES_BY_SURFACE.items()
}


def problems_in_blocks(blocks: Sequence[object], *, surface: str, at: str = "/blocks") -> list[str]:
    """Everything that is wrong with these blocks there, as Slack says it."""
    check = many(by_type(BLOCKS_ON[surface]), most=MOST_BLOCKS[surface], least=0)
    found = list(check(blocks, at))
    sound = [one for one in blocks if isinstance(one, dict)] if not found else []
    return [*found, *_repeated(blocks, at), *_repeated_actions(sound, at), *_together(sound, at)]


def _repeated(blocks: Sequence[object], at: str) -> Iterator[str]:
    seen = set()
    for index, one in enumerate(blocks):
        block_id = one.get("block_id") if isinstance(one, dict) else None
        if isinstance(block_id, str) and block_id in seen:
            yield complaint(f"block_id must be unique: {block_id}", f"{at}/{index}/block_id")
        seen.add(block_id if isinstance(block_id, str) else None)


def _repeated_actions(blocks: Sequence[Json], at: str) -> Iterator[str]:
    for index, one in enumerate(blocks):
        named = [element["action_id"] for element in inputs.elements(one) if "action_id" in element]
        if len(named) > len(set(named)):
            yield complaint("action_id must be unique in its block", f"{at}/{index}")


def _together(blocks: Sequence[Json], at: str) -> Iterator[str]:
    """What no block breaks alone."""
    words = sum(len(one["text"]) for one in blocks if one["type"] == "markdown")
    if words > limits.MARKDOWN_TOTAL_TEXT_MAX_LENGTH:
        yield complaint(f"no more than {limits.MARKDOWN_TOTAL_TEXT_MAX_LENGTH} characters of markdown", at)
    if [one["type"] for one in blocks].count("table") > 1:
        yield complaint("only one table is allowed", at)
    focused = [element for one in blocks for element in inputs.elements(one) if element.get("focus_on_load")]
    if len(focused) > 1:
        yield complaint("only one element may have focus_on_load", at)


VIEW_KEYS: Mapping[str, Check] = {
    "private_metadata": string(most=LONGEST_METADATA, least=0),
    "callback_id": string(most=limits.ACTION_ID_MAX_LENGTH, least=0),
    "external_id": string(most=limits.ACTION_ID_MAX_LENGTH, least=0),
}


def _list(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield complaint("must be a list", at)


VIEWS: Mapping[str, Check] = {
    "modal": record(
        required={"type": one_of("modal"), "title": words(most=LONGEST_TITLE), "blocks": _list},
        optional={
            **VIEW_KEYS,
            "submit": words(most=LONGEST_TITLE),
            "close": words(most=LONGEST_TITLE),
            "clear_on_close": flag,
            "notify_on_close": flag,
        },
    ),
    "home": record(required={"type": one_of("home"), "blocks": _list}, optional=VIEW_KEYS),
}


def checked_view(view: Json, *, kind: str | None) -> Json:
    """This view, where nothing is wrong with it. `kind` is the only type that may stand here."""
    problems = problems_in_view(view)
    if kind and view.get("type") != kind:
        problems.append(complaint(f"must be {kind}", "/view/type"))
    if problems:
        raise Refusal("invalid_arguments", messages=problems)
    if too_large(view):
        raise Refusal("view_too_large")
    return view


def problems_in_view(view: Json) -> list[str]:
    """Everything that is wrong with this modal or Home."""
    found = list(by_type(VIEWS)(view, "/view"))
    blocks = view.get("blocks")
    if view.get("type") in VIEWS and isinstance(blocks, list):
        found += problems_in_blocks(blocks, surface=view["type"], at="/view/blocks")
        found += _submit_needed(view, blocks)
    return found


def too_large(view: Json) -> bool:
    """Whether this view is more than Slack takes in one call."""
    return len(json.dumps(view).encode()) > LARGEST_VIEW


def _submit_needed(view: Json, blocks: list[object]) -> Iterator[str]:
    asks = any(isinstance(one, dict) and one.get("type") == "input" for one in blocks)
    if asks and view["type"] == "modal" and not view.get("submit"):
        yield complaint("submit is required when blocks has an input block", "/view/submit")
