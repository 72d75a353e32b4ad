"""Threads: replies under a message, and what Slack tells of them."""

import re
from collections.abc import Mapping

from sandbox.records import Channel, Json, Message
from sandbox.refusals import Refusal
from sandbox.workspace.workspace import Workspace

TS = re.compile(r"\d{10}\.\d{6}")


def replies(workspace: Workspace, root: Message) -> list[Message]:
    """The replies to a message, oldest first."""
    return [message for message in workspace.messages.get(root.channel, ()) if message.thread_ts == root.ts]


def root(workspace: Workspace, channel: Channel, thread_ts: str) -> Message:
    """The message that a reply names. A reply has no replies of its own."""
    if not TS.fullmatch(thread_ts):
        raise Refusal("invalid_thread_ts", messages=[f"[ERROR] {thread_ts} is not a valid thread_ts"])
    found = [message for message in workspace.messages.get(channel.id, ()) if message.ts == thread_ts]
    if not found:
        raise Refusal("thread_not_found")
    if found[0].thread_ts:
        raise Refusal("cannot_reply_to_message")
    return found[0]


def in_channel(messages: list[Message]) -> list[Message]:
    """What the channel itself shows: no replies, unless they were broadcast."""
    return [message for message in messages if not message.thread_ts or message.broadcast]


def told(workspace: Workspace, message: Message) -> Mapping[str, object]:
    """What a message says of its thread."""
    if message.thread_ts:
        return _told_by_reply(workspace, message)
    answers = replies(workspace, message) if message.ts and not message.only_for else []
    if not answers:
        return {}
    people = list(dict.fromkeys(reply.user for reply in answers))
    return {
        "thread_ts": message.ts,
        "reply_count": len(answers),
        "reply_users": people,
        "reply_users_count": len(people),
        "latest_reply": answers[-1].ts,
    }


def _told_by_reply(workspace: Workspace, reply: Message) -> Json:
    parents = [each.user for each in workspace.messages.get(reply.channel, ()) if each.ts == reply.thread_ts]
    shape: Json = {"thread_ts": reply.thread_ts}
    if parents:
        shape["parent_user_id"] = parents[0]
    return {**shape, "subtype": "thread_broadcast"} if reply.broadcast else shape
