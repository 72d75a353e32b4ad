"""A screen in lines that a person reads in a diff: its words, its buttons, its ids.

Plain text stands in double quotes, Slack's markup in backquotes. A part with one part inside stands on one line with
it; the lines of a text that has several are indented.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 118
LONGEST = 240
"""Of a longer text only the beginning, the end and the length are shown."""
MOST_OPTIONS = 15
_FIRST = ("type", "block_id", "action_id", "value", "title", "label", "text")
_INSIDE = ("element", "elements", "blocks", "accessory", "fields")

Part = Mapping[str, Any]


def render(payload: Part) -> str:
    """The whole screen. Whatever changes in it changes a line, except in the middle of long texts and lists."""
    return "\n".join(_lines({"type": "message", **payload})) + "\n"


def _lines(part: Part) -> list[str]:
    """The part's own line, then the parts inside it, indented."""
    own, *more = " ".join(_own_values(part)).split("\n")
    inside = [_lines(each) for each in _parts_inside(part)]
    if len(inside) == 1 and not more and part["type"] not in ("message", "modal", "home"):
        (first, *others) = inside[0]
        return [f"{own} > {first}", *others]
    below = [*more, *(line for lines in inside for line in lines), *_options(part.get("options", []))]
    for group in part.get("option_groups", []):
        below += [_words(group["label"]), *(f"  {line}" for line in _options(group["options"]))]
    return [own, *(f"  {line}" for line in below)]


def _parts_inside(part: Part) -> Iterator[Part]:
    for key in _INSIDE:
        value = part.get(key, [])
        yield from [value] if isinstance(value, Mapping) else value


def _own_values(part: Part) -> Iterator[str]:
    if part["type"] in ("plain_text", "mrkdwn"):
        yield _words(part)
        return
    keys = [key for key in _FIRST if key in part] + sorted(part.keys() - set(_FIRST))
    for key in keys:
        if key not in (*_INSIDE, "options", "option_groups"):
            yield from _value(key, part[key])


def _value(key: str, value: Any) -> Iterator[str]:
    match value:
        case str() if key == "type":
            yield value
        case {"type": "plain_text" | "mrkdwn"} if key in ("label", "text"):
            yield _words(value)
        case {"type": "plain_text" | "mrkdwn"}:
            yield f"{key}={_words(value)}"
        case {"text": {}, "value": _}:
            yield f"{key}={_option(value)}"
        case str() if key == "text":
            yield _quoted(value)
        case str():
            yield f"{key}={value if value.isidentifier() else _quoted(value)}"
        case _:
            yield f"{key}={json.dumps(value, sort_keys=True)}"


def _words(text: Part) -> str:
    """A text object. Slack draws :tada: as a picture unless `emoji` is false, which is not said of each."""
    if text["type"] == "mrkdwn":
        others = {key: value for key, value in text.items() if key not in ("type", "text")}
        return f"`{_readable(text['text'])}`" + (f" {others}" if others else "")
    return _quoted(text["text"]) + ("" if text.get("emoji") is False else f" emoji={text.get('emoji')}")


def _quoted(text: str) -> str:
    return f'"{_readable(text)}"'


def _readable(text: str) -> str:
    shown = "".join(character if _stands_still(character) else ascii(character)[1:-1] for character in text)
    if len(text) <= LONGEST:
        return shown
    return f"{shown[:160]} ... {shown[-40:]} ({len(text)} characters)"


def _stands_still(character: str) -> bool:
    """It can be seen, and does not turn a line round as Hebrew and Arabic do."""
    return character == "\n" or (character.isprintable() and unicodedata.bidirectional(character) not in ("R", "AL"))


def _options(options: Sequence[Part]) -> list[str]:
    """As many to a line as it takes; in the middle of a long list only how many there are."""
    shown = [_option(option) for option in options]
    if len(shown) > MOST_OPTIONS:
        shown = [*shown[: MOST_OPTIONS - 1], f"... {len(shown) - MOST_OPTIONS} more ...", shown[-1]]
    lines: list[str] = []
    for each in shown:
        if lines and len(lines[-1]) + len(each) < WIDTH:
            lines[-1] += f" | {each}"
        else:
            lines.append(each)
    return lines


def _option(option: Part) -> str:
    others = {key: value for key, value in option.items() if key not in ("text", "value")}
    return f"{option['value']} {_words(option['text'])}" + (f" {others}" if others else "")
