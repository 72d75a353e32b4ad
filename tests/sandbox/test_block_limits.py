"""Every limit of blocks and views: what just fits is taken, and one more is refused."""

from collections.abc import Callable

import pytest

from sandbox.rules import blocks as rules
from sandbox.rules.elements import ELEMENTS
from tests.sandbox import shapes
from tests.sandbox.shapes import Json, button, plain, question, words


def actions(element: Json) -> Json:
    return {"type": "actions", "elements": [element]}


def asked(element: Json, **more: object) -> Json:
    return question("q", element, **more)


def options(count: int, *, text: int = 1, value: int = 1) -> list[Json]:
    return [{"text": plain("t" * text), "value": f"{number:03}".ljust(value, "v")} for number in range(count)]


def choice(**part: Json) -> Json:
    return {"text": plain("t"), "value": "v", **part}


def confirm(**part: int) -> Json:
    """A button that asks first. Each part is a length."""
    lengths = {"title": 1, "text": 1, "confirm": 1, "deny": 1, **part}
    return actions({**button("x", value="x"), "confirm": {key: plain("c" * most) for key, most in lengths.items()}})


def menu(kind: str, rows: list[Json]) -> Json:
    return words("x", accessory={"type": kind, "options": rows})


def table(*, rows: int = 1, columns: int = 1) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * columns] * rows}


TEXT = {"type": "plain_text_input"}
PICTURE = {"type": "image", "image_url": "http://127.0.0.1/x.png", "alt_text": "x"}
IN_BLOCKS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "section text": (3000, lambda most: words("x" * most)),
    "section fields": (10, lambda most: words("x", fields=[plain("x")] * most)),
    "section field text": (2000, lambda most: words("x", fields=[plain("x" * most)])),
    "header text": (150, lambda most: {"type": "header", "text": plain("x" * most)}),
    "context elements": (10, lambda most: {"type": "context", "elements": [plain("x")] * most}),
    "actions elements": (
        25,
        lambda most: {
            "type": "actions",
            "elements": [{**button("x", value="x"), "action_id": f"{n}"} for n in range(most)],
        },
    ),
    "button text": (75, lambda most: actions(button("x" * most, value="x"))),
    "button value": (2000, lambda most: actions(button("x", value="x" * most))),
    "button url": (3000, lambda most: actions({**button("x", value="x"), "url": "u" * most})),
    "button accessibility label": (
        75,
        lambda most: actions({**button("x", value="x"), "accessibility_label": "x" * most}),
    ),
    "confirm title": (100, lambda most: confirm(title=most)),
    "confirm text": (300, lambda most: confirm(text=most)),
    "confirm confirm": (30, lambda most: confirm(confirm=most)),
    "confirm deny": (30, lambda most: confirm(deny=most)),
    "option text": (75, lambda most: menu("static_select", options(1, text=most))),
    "option value": (150, lambda most: menu("static_select", options(1, value=most))),
    "option description": (75, lambda most: menu("checkboxes", [choice(description=plain("x" * most))])),
    "select options": (100, lambda most: menu("static_select", options(most))),
    "several options": (100, lambda most: menu("multi_static_select", options(most))),
    "option groups": (
        100,
        lambda most: words(
            "x",
            accessory={
                "type": "static_select",
                "option_groups": [{"label": plain("g"), "options": options(1)}] * most,
            },
        ),
    ),
    "option group label": (
        75,
        lambda most: words(
            "x",
            accessory={
                "type": "static_select",
                "option_groups": [{"label": plain("g" * most), "options": options(1)}],
            },
        ),
    ),
    "radio buttons": (10, lambda most: menu("radio_buttons", options(most))),
    "checkboxes": (10, lambda most: menu("checkboxes", options(most))),
    "overflow options": (5, lambda most: menu("overflow", options(most))),
    "select placeholder": (
        150,
        lambda most: actions({"type": "users_select", "placeholder": plain("x" * most)}),
    ),
    "image description": (2000, lambda most: {**PICTURE, "alt_text": "x" * most}),
    "image address": (3000, lambda most: {**PICTURE, "image_url": "u" * most}),
    "image title": (2000, lambda most: {**PICTURE, "title": plain("x" * most)}),
    "block_id": (255, lambda most: words("x", block_id="b" * most)),
    "action_id": (255, lambda most: actions({**button("x", value="x"), "action_id": "a" * most})),
    "markdown": (12_000, lambda most: {"type": "markdown", "text": "x" * most}),
    "table rows": (100, lambda most: table(rows=most)),
    "table columns": (20, lambda most: table(columns=most)),
}
IN_FORMS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "input label": (2000, lambda most: {**asked(TEXT), "label": plain("x" * most)}),
    "input hint": (2000, lambda most: asked(TEXT, hint=plain("x" * most))),
    "text placeholder": (150, lambda most: asked({**TEXT, "placeholder": plain("x" * most)})),
    "text max_length": (3000, lambda most: asked({**TEXT, "max_length": most})),
    "text min_length": (3000, lambda most: asked({**TEXT, "min_length": most})),
    "text initial value": (3000, lambda most: asked({**TEXT, "initial_value": "x" * most})),
    "alert": (200, lambda most: {"type": "alert", "text": plain("x" * most)}),
}
OF_VIEWS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "title": (24, lambda most: {"title": plain("x" * most)}),
    "submit": (24, lambda most: {"submit": plain("x" * most)}),
    "close": (24, lambda most: {"close": plain("x" * most)}),
    "callback_id": (255, lambda most: {"callback_id": "x" * most}),
    "external_id": (255, lambda most: {"external_id": "x" * most}),
    "private_metadata": (3000, lambda most: {"private_metadata": "x" * most}),
    "blocks": (100, lambda most: {"blocks": [{"type": "divider"}] * most}),
}


@pytest.mark.parametrize("name", IN_BLOCKS)
def test_a_limit_of_blocks(name):
    most, build = IN_BLOCKS[name]
    assert rules.problems_in_blocks([build(most)], surface="message") == []
    assert len(rules.problems_in_blocks([build(most + 1)], surface="message")) == 1


@pytest.mark.parametrize("name", IN_FORMS)
def test_a_limit_of_forms(name):
    most, build = IN_FORMS[name]
    assert rules.problems_in_blocks([build(most)], surface="modal") == []
    assert len(rules.problems_in_blocks([build(most + 1)], surface="modal")) == 1


@pytest.mark.parametrize("name", OF_VIEWS)
def test_a_limit_of_views(name):
    most, build = OF_VIEWS[name]
    assert rules.problems_in_view({**shapes.receipt(), **build(most)}) == []
    assert len(rules.problems_in_view({**shapes.receipt(), **build(most + 1)})) == 1


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ([words("a", block_id="same"), words("b", block_id="same")], "block_id must be unique: same"),
        ([shapes.actions(button("a", value="1"), button("b", value="2"))], "action_id must be unique in its block"),
        ([{"type": "markdown", "text": "x" * 6001}] * 2, "no more than 12000 characters of markdown"),
        ([table(), table()], "only one table is allowed"),
        ([menu("static_select", options(0))], "no fewer than 1 items required"),
        ([words("x", accessory={"type": "static_select"})], "give one of options and option_groups"),
        ([asked({**TEXT, "dispatch_action_config": {"trigger_actions_on": []}})], "no fewer than 1 items required"),
        ([asked({**TEXT, "dispatch_action_config": {"trigger_actions_on": ["x"]}})], "must be one of on_enter"),
        ([asked({**TEXT, "confirm": {}})], "invalid additional property: confirm"),
        ([asked({"type": "multi_users_select", "max_selected_items": 0})], "must be a whole number from 1"),
    ],
)
def test_what_is_wrong_without_being_too_long(blocks, complaint):
    found = rules.problems_in_blocks(blocks, surface="message")
    assert [complaint in problem for problem in found] == [True]


def test_only_one_field_may_have_the_focus():
    focused = [question(name, {**TEXT, "focus_on_load": True}) for name in ("a", "b")]
    assert rules.problems_in_blocks(focused[:1], surface="modal") == []
    assert len(rules.problems_in_blocks(focused, surface="modal")) == 1


NEEDED: dict[str, Json] = {
    "button": {"text": plain("x")},
    "image": {"image_url": "u", "alt_text": "x"},
    "overflow": {"options": options(1)},
    "static_select": {"options": options(1)},
    "multi_static_select": {"options": options(1)},
    "radio_buttons": {"options": options(1)},
    "checkboxes": {"options": options(1)},
}
AROUND: dict[str, Callable[[Json], Json]] = {
    "section": lambda element: words("x", accessory=element),
    "actions": actions,
    "input": lambda element: {"type": "input", "label": plain("x"), "element": element},
}


CHOICES = {"static_select", "radio_buttons", "checkboxes", "datepicker", "timepicker", "users_select"}
TAKES = {
    "section": CHOICES
    | {"button", "overflow", "image", "conversations_select", "multi_static_select", "multi_users_select"},
    "actions": CHOICES | {"button", "overflow", "datetimepicker", "conversations_select"},
    "input": CHOICES
    | {"plain_text_input", "datetimepicker", "conversations_select", "multi_static_select", "multi_users_select"},
}


@pytest.mark.parametrize("block", AROUND)
def test_each_block_takes_its_own_elements(block):
    taken = {
        kind
        for kind in ELEMENTS
        if not rules.problems_in_blocks([AROUND[block]({"type": kind, **NEEDED.get(kind, {})})], surface="modal")
    }
    assert taken == TAKES[block]
