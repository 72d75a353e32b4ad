"""What Slack adds to what a bot sends: missing ids, and the flags of text objects."""

import copy
import secrets
from collections.abc import Sequence
from typing import Any

from sandbox.records import Json
from sandbox.rules import inputs


def view(content: Json) -> Json:
    """A view as Slack keeps it."""
    dressed = _flagged(copy.deepcopy(content))
    return {**dressed, "blocks": blocks(dressed["blocks"])}


def blocks(given: Sequence[Json]) -> list[Json]:
    """Blocks as Slack keeps them, each with a block_id and each element with an action_id."""
    return [_named(_flagged(copy.deepcopy(block))) for block in given]


def _named(block: Json) -> Json:
    named = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)}
    for element in inputs.elements(named):
        element.setdefault("action_id", secrets.token_urlsafe(4))
    return named


def _flagged(part: Any) -> Any:  # noqa: ANN401 - any JSON value, walked
    match part:
        case {"type": "plain_text", "text": str()}:
            part.setdefault("emoji", True)
        case {"type": "mrkdwn", "text": str()}:
            part.setdefault("verbatim", False)
        case dict():
            for inner in part.values():
                _flagged(inner)
        case list():
            for inner in part:
                _flagged(inner)
    return part
