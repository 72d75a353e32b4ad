"""chat.postMessage and chat.update."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sandbox import dressing, payloads, rules
from sandbox.methods import Method, as_list, as_object, writable_channel
from sandbox.records import Channel, Json, Message
from sandbox.refusals import Refusal
from sandbox.workspace import Workspace

LONGEST_POST = 40_000
LONGEST_UPDATE = 4_000
LONGEST_BLOCKS = 13_200  # Characters of JSON in all; undocumented, measured by a user: slackapi/bolt-js issue 2509.
LONGEST_METADATA = 8_000  # Characters of JSON; Slack names no number.


def post_message(workspace: Workspace, arguments: Json) -> Json:
    """Post a message as the bot."""
    channel = _destination(workspace, arguments["channel"])
    text = str(arguments.get("text") or "")
    blocks = _blocks(arguments) or []
    metadata = _metadata(arguments)
    if not text and not blocks:
        raise Refusal("no_text")
    message = workspace.post(channel, text=text[:LONGEST_POST], blocks=blocks, metadata=metadata)
    answer: Json = {"channel": channel.id, "ts": message.ts, "message": _answered(workspace, message)}
    return answer if len(text) <= LONGEST_POST else {**answer, "warning": "message_truncated"}


def update(workspace: Workspace, arguments: Json) -> Json:
    """Change a message of the bot. What is not given stays as it was."""
    channel = writable_channel(workspace, arguments["channel"])
    old = workspace.message(channel.id, str(arguments["ts"]))
    text = arguments.get("text")
    blocks = _blocks(arguments)
    metadata = _metadata(arguments)
    if text is None and blocks is None:
        raise Refusal("no_text")
    new = replace(
        old,
        text=old.text if text is None else str(text),
        blocks=old.blocks if blocks is None else dressing.blocks(blocks),
        metadata=old.metadata if metadata is None else metadata or None,
    )
    if not new.text and not new.blocks:
        raise Refusal("no_text")
    if len(new.text) > LONGEST_UPDATE:
        raise Refusal("msg_too_long")
    message = workspace.edit(new)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": _answered(workspace, message)}


def _destination(workspace: Workspace, channel_id: str) -> Channel:
    member = workspace.members.get(channel_id)
    person = member and not member.is_bot
    channel = workspace.direct_channel(channel_id) if person else writable_channel(workspace, channel_id)
    if channel.direct_with and not workspace.seed.messages_enabled:
        raise Refusal("messages_tab_disabled")
    return channel


def _blocks(arguments: Json) -> list[Json] | None:
    blocks = as_list(arguments, "blocks")
    if blocks is None:
        return None
    problems = rules.problems_in_blocks(blocks, surface="message")
    if problems:
        raise Refusal("invalid_blocks", messages=problems)
    if len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))) > LONGEST_BLOCKS:
        raise Refusal("msg_blocks_too_long")
    return blocks


def _metadata(arguments: Json) -> Json | None:
    metadata = as_object(arguments, "metadata")
    if not metadata:
        return metadata
    shaped = isinstance(metadata.get("event_type"), str) and isinstance(metadata.get("event_payload"), dict)
    if not shaped or set(metadata) != {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_format")
    if len(json.dumps(metadata)) > LONGEST_METADATA:
        raise Refusal("metadata_too_large")
    return metadata


def _answered(workspace: Workspace, message: Message) -> Json:
    shape = payloads.message(workspace, message)
    return {**shape, "metadata": message.metadata} if message.metadata else shape


WORDS = frozenset({"text", "blocks", "metadata"})
LOOKS = frozenset({"unfurl_links", "unfurl_media", "mrkdwn", "parse", "link_names"})
METHODS: Mapping[str, Method] = {
    "chat.postMessage": Method(
        carry_out=post_message, required=("channel",), optional=WORDS | LOOKS, scope="chat:write"
    ),
    "chat.update": Method(
        carry_out=update, required=("channel", "ts"), optional=WORDS | {"parse", "link_names"}, scope="chat:write"
    ),
}
