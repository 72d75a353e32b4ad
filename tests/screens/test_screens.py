"""Slack takes every screen of the bot, and every screen is what a person agreed that it is."""

import importlib
import json
import os
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View
from slackblocks._surfaces import validate_surface_blocks

from bot import views
from bot.views.home import home
from bot.views.home.budget import BUDGET, MOST_BLOCKS
from bot.views.kit import blocks, refusals
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from handlers.listeners import DIALOGS
from handlers.reports import report_form
from sandbox.rules import blocks as rules
from sandbox.workspace import mrkdwn
from tests.domain.examples import NOON
from tests.screens import gallery
from tests.screens.gallery import BESIDE_A_FIELD, CALLS, HOSTILE, ONE, SCREENS, Payload
from tests.screens.renderings import render

GOLDEN = Path(__file__).parent / "golden"
MOST_BLOCKS_IN_A_MESSAGE = 50
LONGEST_MESSAGE = 12_000
"""Characters of JSON. Slack refuses a message from about 13,200 on and documents no number."""
BUILDERS = {"blocks.plain_modal", "form.modal", "form.sent_back", "form.for_update"}
"""They make a view of what they are given; the screens made with them are in the gallery."""

every_screen = pytest.mark.parametrize("name", SCREENS)


@every_screen
def test_slack_s_own_models_know_every_part_of_every_screen(name):
    surface, payload = SCREENS[name]
    if surface != "message":
        assert View(**payload).to_dict() == payload
    for block in payload["blocks"]:
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.validate_json()
        assert parsed.to_dict() == block


@every_screen
def test_every_block_may_stand_where_it_is_shown(name):
    surface, payload = SCREENS[name]
    validate_surface_blocks(payload["blocks"], surface)  # type: ignore[arg-type]  # One of the three names.


@every_screen
def test_every_length_and_count_is_within_slack_s_limits(name):
    surface, payload = SCREENS[name]
    assert _problems(surface, payload) == []


def _problems(surface: str, payload: Payload) -> list[str]:
    if surface == "message":
        return rules.problems_in_blocks(payload["blocks"], surface=surface)
    return rules.problems_in_view(payload)


@every_screen
def test_a_message_stays_below_the_size_that_slack_refuses(name):
    surface, payload = SCREENS[name]
    if surface == "message":
        assert len(payload["blocks"]) <= MOST_BLOCKS_IN_A_MESSAGE
        assert len(json.dumps(payload, ensure_ascii=False)) <= LONGEST_MESSAGE
    else:
        assert not rules.too_large(payload)


@every_screen
def test_every_block_id_is_there_once(name):
    given = [block["block_id"] for block in SCREENS[name][1]["blocks"] if "block_id" in block]
    assert sorted(set(given)) == sorted(given)


@every_screen
def test_nothing_that_was_typed_or_configured_calls_anybody(name):
    payload = SCREENS[name][1]
    called = mrkdwn.called(payload.get("text", ""), payload["blocks"])
    called |= set(mrkdwn.named_in(payload.get("text", "")))
    assert called.isdisjoint({"!channel", "!here", "!everyone", "U0STRANGER"})


@every_screen
def test_words_that_somebody_typed_are_only_where_slack_shows_them_as_they_are(name):
    surface, payload = SCREENS[name]
    shown = dict(_texts(payload))
    interpreted = [text for path, text in shown.items() if path.endswith("mrkdwn")]
    notification = [payload["text"]] if surface == "message" else []
    assert [text for text in interpreted + notification if HOSTILE[:60] in text or CALLS[:10] in text] == []


def test_the_hostile_screens_do_hold_what_is_hostile():
    hostile = [name for name, (_, payload) in SCREENS.items() if CALLS in json.dumps(payload, ensure_ascii=False)]
    assert {name.partition(",")[0] for name in hostile} == {
        "report_form.draw",
        "owner_forms.draw",
        "check_forms.draw",
        "lead_forms.draw",
        "record.record",
        "action_messages.check_asked",
        "hold_messages.asked",
        "hold_messages.news",
        "reopen_form.draw",
        "home.home",
        "own_lists.all_actions",
        "messages.assigned",
        "messages.nudge",
        "bulletin_messages.bulletin",
        "bulletin_messages.huddle",
        "answered.opened",
        "consents.words",
        "thank_yous.thank_you",
        "points.opened",
        "my_report.my_report",
        "opened.incident",
        "alike.alike",
        "themes.board",
        "recommendations.register",
        "recommendations.opened",
        "themes.theme",
        "decide_form.draw",
        "ask_form.draw",
        "answer_form.draw",
        "redact_form.draw",
        "review.review",
        "review_record.record",
        "session.session",
        "session_forms.draw",
        "session_forms.draw_notes",
        "boxes_form.draw",
    }


def _texts(part: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text object, by its place and kind."""
    if isinstance(part, Mapping):
        if part.get("type") in ("mrkdwn", "plain_text") and isinstance(part.get("text"), str):
            yield f"{path}/{part['type']}", part["text"]
        for key, inner in part.items():
            yield from _texts(inner, f"{path}/{key}")
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from _texts(inner, f"{path}/{index}")


def _variants() -> dict[str, list[str]]:
    """From each view or message to the names of its screens."""
    found: dict[str, list[str]] = {}
    for name in SCREENS:
        found.setdefault(name.partition(",")[0], []).append(name)
    return found


VARIANTS = _variants()
every_view = pytest.mark.parametrize("view", VARIANTS)


def _golden_files() -> dict[str, str]:
    """All variants in words, to be read by a person; one of them as the JSON that Slack is sent."""
    return {f"{view}.txt": _in_words(view) for view in VARIANTS} | {
        f"{view}.json": _in_json(view) for view in VARIANTS
    }


def _in_words(view: str) -> str:
    return "\n".join(f"## {name.partition(', ')[2]}\n{render(SCREENS[name][1])}" for name in VARIANTS[view])


def _in_json(view: str) -> str:
    one = f"{view}, one"
    surface, payload = SCREENS[one if one in SCREENS else VARIANTS[view][0]]
    return json.dumps({"surface": surface, **payload}, indent=1, ensure_ascii=True, sort_keys=True) + "\n"


@pytest.fixture(scope="session", autouse=True)
def _golden():
    """Record every screen anew, but only when asked: `make golden`."""
    if os.environ.get("GOLDEN") != "record":
        return
    for path in GOLDEN.iterdir():
        path.unlink()
    for name, text in _golden_files().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")


@every_view
def test_every_screen_reads_as_it_was_agreed(view):
    assert _in_words(view) == _agreed(f"{view}.txt"), "look at what changed, then run `make golden`"


@every_view
def test_one_variant_of_every_screen_is_sent_as_it_was_agreed(view):
    assert _in_json(view) == _agreed(f"{view}.json"), "look at what changed, then run `make golden`"


def _agreed(name: str) -> str:
    path = GOLDEN / name
    assert path.is_file(), f"{name} is missing: look at the screen, then run `make golden`"
    return path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_of_a_screen_that_has_gone():
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(_golden_files())


def test_every_view_and_message_is_in_the_gallery():
    made = {name for module in _modules() for name in _screens_of(module)} - BUILDERS
    drawn = {gallery.name_of(dialog.draw) for dialog in DIALOGS}
    others = {"action_blocks.redrawn"}  # It changes what was sent.
    others |= {"louder.with_alert", "open_form.completed"}  # They change a form that is open.
    others |= {gallery.name_of(make) for make in gallery.SAID_ALONE}
    assert {name.partition(",")[0] for name in SCREENS} == made | drawn | others


def _modules() -> list[ModuleType]:
    return [importlib.import_module(each.name) for each in pkgutil.walk_packages(views.__path__, "bot.views.")]


def _screens_of(module: ModuleType) -> list[str]:
    """The functions that make a view or a message. `View` and `Block` are equal, but not the same object."""
    return [
        gallery.name_of(make)
        for make in gallery.public_functions(module)
        if make.__annotations__.get("return") is blocks.View or make.__annotations__.get("return") is Message
    ]


def test_every_refusal_is_in_the_gallery():
    made = {gallery.name_of(make) for make in gallery.public_functions(refusals)}
    shown = {name.partition(",")[0] for name in (*SCREENS, *BESIDE_A_FIELD)}
    assert made <= shown


def test_the_fullest_home_leaves_room_below_slack_s_limit():
    drawn = {name: section.blocks(gallery.fullest_home()) for name, section in _sections().items()}
    assert all(drawn.values())
    assert {name: len(blocks) for name, blocks in drawn.items()} == {name: BUDGET[name].blocks for name in drawn}
    whole = sum(share.blocks for share in BUDGET.values())
    assert len(home.home(gallery.fullest_home())["blocks"]) <= whole < MOST_BLOCKS


def _sections() -> dict[str, home.Section]:
    return {section.__name__.rpartition(".")[2]: section for section in home.SECTIONS}  # type: ignore[attr-defined]


def test_the_report_dialog_asks_for_two_answers():
    drawn = report_form.draw(ONE, nonce="nonce", team=ONE.teams[0], text="", now=NOON)
    assert [block["block_id"] for block in drawn["blocks"] if _must_be_answered(block)] == [
        "what",
        "still_at_risk",
    ]


def _must_be_answered(block: Mapping[str, Any]) -> bool:
    filled = [key for key in block.get("element", {}) if key.startswith("initial")]
    return block["type"] == "input" and not block.get("optional") and not filled


def test_more_text_than_the_form_takes_opens_it_all_the_same_and_says_so():
    drawn = report_form.draw(ONE, nonce="nonce", team=None, text="x" * 6001, now=NOON)
    assert _problems("modal", drawn) == []
    assert "too long for this form" in json.dumps(drawn)


def test_a_nudge_never_shows_more_actions_than_a_message_takes():
    many = [block for block in SCREENS["messages.nudge, many"][1]["blocks"] if block["type"] == "actions"]
    assert len(many) == messages.MOST_IN_A_NUDGE


def test_fields_are_named_once_in_each_dialog():
    for dialog in DIALOGS:
        names = [field.name for field in dialog.fields(ONE, NOON)]
        assert sorted(set(names)) == sorted(names)
