"""What a bot says in a message: its text, blocks and metadata, as Slack takes them."""

import json

from sandbox.records import Json
from sandbox.refusals import Refusal
from sandbox.rules import blocks as rules
from sandbox.wire.arguments import as_list, as_object

LONGEST_BLOCKS = 13_200  # Characters of JSON in all; undocumented, measured by a user: slackapi/bolt-js issue 2509.
LONGEST_METADATA = 8_000  # Characters of JSON; Slack names no number.


def words(arguments: Json) -> tuple[str, list[Json]]:
    """Text and blocks, of which one at least is there."""
    text, found = str(arguments.get("text") or ""), blocks(arguments) or []
    if not text and not found:
        raise Refusal("no_text")
    return text, found


def blocks(arguments: Json) -> list[Json] | None:
    """The blocks, where some are given."""
    given = as_list(arguments, "blocks")
    if given is None:
        return None
    problems = rules.problems_in_blocks(given, surface="message")
    if problems:
        raise Refusal("invalid_blocks", messages=problems)
    if len(json.dumps(given, ensure_ascii=False, separators=(",", ":"))) > LONGEST_BLOCKS:
        raise Refusal("msg_blocks_too_long")
    return given


def metadata(arguments: Json) -> Json | None:
    """The metadata, where some is given; an empty object takes away what there was."""
    given = as_object(arguments, "metadata")
    if not given:
        return given
    shaped = isinstance(given.get("event_type"), str) and isinstance(given.get("event_payload"), dict)
    if not shaped or set(given) != {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_format")
    if len(json.dumps(given)) > LONGEST_METADATA:
        raise Refusal("metadata_too_large")
    return given
