"""Arguments of a Web API call, which may come as JSON in form fields."""

import json

from sandbox.records import Json
from sandbox.refusals import Refusal


def decoded(arguments: Json, name: str, kind: type) -> object:
    """An argument that may come as JSON in a form field."""
    given = arguments.get(name)
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError as wrong:
            raise Refusal("invalid_json") from wrong
    if given is None or isinstance(given, kind):
        return given
    raise Refusal("invalid_arguments", messages=[f"[ERROR] must be a {kind.__name__} [json-pointer:/{name}]"])


def as_object(arguments: Json, name: str) -> Json | None:
    """An argument that is a JSON object."""
    given = decoded(arguments, name, dict)
    return given if isinstance(given, dict) else None


def as_list(arguments: Json, name: str) -> list[Json] | None:
    """An argument that is a JSON array."""
    given = decoded(arguments, name, list)
    return given if isinstance(given, list) else None


def yes(arguments: Json, name: str) -> bool:
    """An argument that is true or false, however it was sent."""
    return str(arguments.get(name, "")).lower() in ("1", "true")
