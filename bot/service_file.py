"""Reading the service file. Errors name the line to mend."""

import json
import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from bot.domain.service.service import Service


class ServiceFileRefused(Exception):
    """The service file cannot be used. The message says which line to mend, and how."""


def read_service(path: Path) -> Service:
    """The service that the file describes, or raise `ServiceFileRefused`."""
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except OSError:
        raise ServiceFileRefused(f"{path} cannot be read. Copy service.example.toml there and fill it in.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ServiceFileRefused(f"{path}: {error}") from None
    unknown = content.keys() - {"service", "teams", "people"}
    if unknown:
        raise ServiceFileRefused(f"{path}: [{min(unknown)}] is not known here. Take it out.")
    try:
        # As JSON, so that lists and plain words are taken where the values are strict.
        return Service.model_validate_json(json.dumps(_flattened(content), default=str))
    except ValidationError as error:
        raise ServiceFileRefused("\n".join(_mendable(path, text, error))) from None


def _flattened(content: dict[str, object]) -> dict[str, object]:
    service = content.get("service", {})
    lists = {"teams": content.get("teams", []), "people": content.get("people", [])}
    return {**(service if isinstance(service, dict) else {}), **lists}


def _mendable(path: Path, text: str, error: ValidationError) -> list[str]:
    lines = []
    for each in error.errors(include_input=False, include_url=False, include_context=False):
        place = [str(part) for part in each["loc"]]
        words = each["msg"].removeprefix("Value error, ")
        lines.append(f"{path}, line {_line_of(text, place)}: {_called(place)}{words[0].lower()}{words[1:]}")
    return lines


def _called(place: list[str]) -> str:
    name = next((part for part in reversed(place) if not part.isdigit()), "")
    return f"{name}: " if name else ""


def _line_of(text: str, place: list[str]) -> int:
    """The line where this part of the file stands, or where its table begins, counted from 1."""
    lines = text.splitlines()
    table = f"[[{place[0]}]]" if place[:1] in (["teams"], ["people"]) else "[service]"
    index = int(place[1]) if len(place) > 1 and place[1].isdigit() else 0
    starts = [number for number, line in enumerate(lines) if line.strip() == table] or [0]
    start = starts[min(index, len(starts) - 1)]
    key = place[-1] if not place or not place[-1].isdigit() else place[-2]
    for number in range(start + 1, len(lines)):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
            return number + 1
        if lines[number].startswith("["):
            break
    return start + 1
