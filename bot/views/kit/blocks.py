"""Block Kit as plain dicts. Text that somebody typed goes only into `typed`, which Slack never interprets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Block = dict[str, Any]
View = dict[str, Any]


@dataclass(frozen=True)
class Message:
    """What is posted: `text` is what a notification shows, so it never holds words that somebody typed."""

    text: str
    blocks: list[Block] = field(default_factory=list)


def escaped(name: str) -> str:
    """A name from the service file, safe inside our own formatted sentences."""
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(words: str) -> Block:
    return {"type": "plain_text", "text": words, "emoji": False}


def header(words: str) -> Block:
    return {"type": "header", "text": plain(words)}


def section(words: str, *, button: Block | None = None) -> Block:
    """Our own words, with *bold* and line breaks."""
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": words}}
    return block | {"accessory": button} if button else block


def small(words: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": words}]}


def divider() -> Block:
    return {"type": "divider"}


def typed(words: str, *, block_id: str | None = None) -> Block:
    """Words that somebody typed, exactly as they are."""
    section_of_text = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    block: Block = {"type": "rich_text", "elements": [section_of_text]}
    return block | {"block_id": block_id} if block_id else block


def button(words: str, *, action: str, value: str, style: str | None = None) -> Block:
    """A button. `value` is an opaque id and gives no right: every click is authorised again."""
    block: Block = {"type": "button", "text": plain(words), "action_id": action, "value": value}
    return block | {"style": style} if style else block


def asks_first(button: Block, *, title: str, words: str, yes: str) -> Block:
    """The same button; Slack asks before it tells us of a press that cannot be undone."""
    asked = {"title": plain(title), "text": plain(words), "confirm": plain(yes), "deny": plain("Keep it")}
    return button | {"confirm": asked | {"style": "danger"}}


def select(placeholder: str, *, action: str, options: Sequence[tuple[str, str]], chosen: str | None) -> Block:
    """A menu that tells at once what was chosen: one of these (value, words)."""
    offered = [{"text": plain(words), "value": value} for value, words in options]
    initial = [option for option in offered if option["value"] == chosen]
    block: Block = {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain(placeholder),
        "options": offered,
    }
    return block | {"initial_option": initial[0]} if initial else block


def buttons(*elements: Block, block_id: str | None = None) -> Block:
    block: Block = {"type": "actions", "elements": list(elements)}
    return block | {"block_id": block_id} if block_id else block


def plain_modal(title: str, *blocks: Block, close: str = "Close") -> View:
    """A modal that only says something."""
    return {"type": "modal", "title": plain(title), "close": plain(close), "blocks": list(blocks)}


def loading() -> View:
    """What is shown for the moment until the database has answered."""
    return plain_modal("One moment", section("Opening…"))
