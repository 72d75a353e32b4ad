"""A rendering may leave out the middle of long texts and lists, and nothing else."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from tests.screens.gallery import HOSTILE, SCREENS
from tests.screens.renderings import LONGEST, MOST_OPTIONS, render

VARIED = (
    "report_form.draw, one",
    "home.home, one",
    "messages.card, at risk",
    "messages.assigned, one",
    "hand_over_form.draw, one",
)
LONG = ("report_form.draw, longest", "opened.incident, hostile")


@pytest.mark.parametrize("name", VARIED)
def test_whatever_changes_in_a_screen_changes_its_rendering(name):
    payload = SCREENS[name][1]
    before = render(payload)
    unseen = [place for place, other in _changed(payload) if render(other) == before]
    assert unseen == []


@pytest.mark.parametrize("name", VARIED)
def test_whatever_is_taken_out_of_a_screen_changes_its_rendering(name):
    payload = SCREENS[name][1]
    before = render(payload)
    unseen = [place for place, other in _without(payload) if render(other) == before]
    assert unseen == []


@pytest.mark.parametrize("name", LONG)
def test_no_line_is_longer_than_a_person_reads(name):
    assert max(map(len, render(SCREENS[name][1]).splitlines())) < 2 * LONGEST


def test_a_longer_text_and_a_longer_list_are_seen_by_their_length():
    option = {"text": {"type": "plain_text", "text": "Oak", "emoji": False}, "value": "oak"}
    many = [option] * (MOST_OPTIONS + 1)
    assert render(_select(many)) != render(_select([*many, option]))
    assert render(_grouped("All", [option])) != render(_grouped("Some", [option]))
    assert render(_grouped("All", [option])) != render(_grouped("All", [option, option]))
    assert render(_said(HOSTILE)) != render(_said(HOSTILE[:400] + "x" + HOSTILE[400:]))


def test_the_later_lines_of_a_text_beside_a_button_are_seen():
    button = {"type": "button", "action_id": "open"}
    beside = [{"type": "section", "text": {"type": "mrkdwn", "text": f"One\n{n}"}, "accessory": button} for n in "ab"]
    assert render({"text": "", "blocks": beside[:1]}) != render({"text": "", "blocks": beside[1:]})


def test_nothing_that_is_invisible_or_turns_a_line_round_stands_in_a_rendering():
    assert "\\u202e\\u05e9" in render(_said("\u202e\u05e9"))


def _select(options: list[Any]) -> dict[str, Any]:
    return {"type": "modal", "blocks": [{"type": "input", "element": {"type": "static_select", "options": options}}]}


def _grouped(label: str, options: list[Any]) -> dict[str, Any]:
    groups = [{"label": {"type": "plain_text", "text": label, "emoji": False}, "options": options}]
    element = {"type": "static_select", "option_groups": groups}
    return {"type": "modal", "blocks": [{"type": "input", "element": element}]}


def _said(text: str) -> dict[str, Any]:
    return {"text": text, "blocks": []}


def _changed(payload: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The screen with one value changed, for each value in it."""
    for place, part, key in _places(payload):
        match part[key]:
            case bool() as value:
                other: object = not value
            case str() as value if key == "type":
                other = {"mrkdwn": "plain_text", "plain_text": "mrkdwn"}.get(value, f"{value}x")
            case str() | int() as value:
                other = f"{value}x"
            case _:
                continue
        yield place, _copy_with(payload, place, other)


def _without(payload: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The screen without one value, for each that is not needed to know what a part is."""
    for place, part, key in _places(payload):
        needed = key in ("type", "blocks") or ("text" in part and key in ("text", "value"))
        if not needed and not isinstance(key, int):
            yield place, _copy_with(payload, place, None)


def _places(part: Any, above: str = "") -> Iterator[tuple[str, Any, Any]]:
    keys = part if isinstance(part, dict) else range(len(part))
    for key in keys:
        place = f"{above}/{key}"
        yield place, part, key
        if isinstance(part[key], dict | list):
            yield from _places(part[key], place)


def _copy_with(payload: dict[str, Any], place: str, other: object) -> dict[str, Any]:
    made: Any = copy.deepcopy(payload)
    *above, last = [int(key) if key.isdigit() else key for key in place.split("/")[1:]]
    part = made
    for key in above:
        part = part[key]
    if other is None:
        del part[last]
    else:
        part[last] = other
    return made
