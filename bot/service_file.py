"""Reading the service file. Errors name the line to mend."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.domain.service.service import PartsDoNotFit, Service

_WORDS = {"string_pattern_mismatch": "this is not a code or an id of the right kind; see docs/service-file.md"}
"""In place of pydantic's own words, which are for programmers."""
_LISTS = ("teams", "people", "forums", "ladders")


class ServiceFileRefused(Exception):
    """The service file cannot be used. The message says which line to mend, and how."""


def read_service(path: Path) -> Service:
    """The service that the file describes, or raise `ServiceFileRefused`."""
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ServiceFileRefused(f"{path}: {error}") from None
    unknown = content.keys() - {"service", *_LISTS}
    if unknown:
        raise ServiceFileRefused(f"{path}: [{min(unknown)}] is not known here. Take it out.")
    if any("schedule" in team for team in content.get("teams", []) if isinstance(team, dict)):
        raise ServiceFileRefused(f"{path}: schedule is not known here. A bulletin's day and time are set in Slack.")
    try:
        # As JSON, so that lists and plain words are taken where the values are strict.
        return Service.model_validate_json(json.dumps(_flattened(content), default=str))
    except ValidationError as error:
        raise ServiceFileRefused("\n".join(_mendable(path, text, error))) from None


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig")  # Some editors begin a file with a mark that says it is UTF-8.
    except OSError as error:
        raise ServiceFileRefused(
            f"CANDOUR_SERVICE_FILE: {path} cannot be read: {error.strerror}. "
            "Copy service.example.toml there and fill it in."
        ) from None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ServiceFileRefused(f"{path}, line {line}: this is not UTF-8. Save the file as UTF-8.") from None


def _flattened(content: dict[str, object]) -> dict[str, object]:
    service = content.get("service", {})
    lists = {name: content.get(name, []) for name in _LISTS}
    return {**(service if isinstance(service, dict) else {}), **lists}


def _mendable(path: Path, text: str, error: ValidationError) -> list[str]:
    lines = []
    for each in error.errors(include_input=False, include_url=False):
        place = [str(part) for part in _place(each)]
        words = _WORDS.get(each["type"], each["msg"].removeprefix("Value error, "))
        lines.append(f"{path}, line {_line_of(text, place)}: {_called(place)}{words[0].lower()}{words[1:]}")
    return lines


def _place(error: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Where it is: the part that contradicts an earlier one, if parts contradict each other."""
    cause = error.get("ctx", {}).get("error")
    place: tuple[str | int, ...] = cause.place if isinstance(cause, PartsDoNotFit) else error["loc"]
    return place


def _called(place: list[str]) -> str:
    name = next((part for part in reversed(place) if not part.isdigit()), "")
    return f"{name}: " if name else ""


def _line_of(text: str, place: list[str]) -> int:
    """The line where this part of the file stands, or where its table begins, counted from 1."""
    lines = text.splitlines()
    table = rf"\[\[\s*{place[0]}\s*\]\]" if place[:1] and place[0] in _LISTS else r"\[\s*service\s*\]"
    index = int(place[1]) if len(place) > 1 and place[1].isdigit() else 0
    starts = [number for number, line in enumerate(lines) if re.match(rf"\s*{table}\s*(#|$)", line)] or [0]
    start = starts[min(index, len(starts) - 1)]
    key = next((part for part in reversed(place) if not part.isdigit()), "")
    for number in range(start + 1, len(lines)):
        if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", lines[number]):
            return number + 1
        if re.match(r"\s*\[", lines[number]):
            break
    return start + 1
