"""chat.postMessage and chat.update."""

from collections.abc import Mapping
from dataclasses import replace

from sandbox.records import Channel, Json, Message
from sandbox.refusals import Refusal
from sandbox.rules import defaults
from sandbox.web_api.method import Method, writable_channel
from sandbox.wire import message_arguments, objects
from sandbox.wire.arguments import yes
from sandbox.workspace import threads
from sandbox.workspace.workspace import Workspace

LONGEST_POST = 40_000
LONGEST_UPDATE = 4_000


def post_message(workspace: Workspace, arguments: Json) -> Json:
    """Post a message as the bot, in a channel or under another message."""
    channel = _destination(workspace, arguments["channel"])
    text, blocks = message_arguments.words(arguments)
    metadata = message_arguments.metadata(arguments)
    message = workspace.add(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=text[:LONGEST_POST],
            blocks=defaults.blocks(blocks),
            metadata=metadata,
            **_thread(workspace, channel, arguments),
        )
    )
    shape = objects.message_with_metadata(workspace, message)
    answer: Json = {"channel": channel.id, "ts": message.ts, "message": shape}
    return answer if len(text) <= LONGEST_POST else {**answer, "warning": "message_truncated"}


def _thread(workspace: Workspace, channel: Channel, arguments: Json) -> Json:
    if not arguments.get("thread_ts"):
        return {}
    root = threads.root(workspace, channel, str(arguments["thread_ts"]))
    return {"thread_ts": root.ts, "broadcast": yes(arguments, "reply_broadcast")}


def update(workspace: Workspace, arguments: Json) -> Json:
    """Change a message of the bot. What is not given stays as it was."""
    channel = writable_channel(workspace, arguments["channel"])
    old = workspace.message(channel.id, str(arguments["ts"]))
    if old.user != workspace.bot.id:
        raise Refusal("cant_update_message")
    message = workspace.edit(_changed(old, arguments))
    shape = objects.message_with_metadata(workspace, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shape}


def _changed(old: Message, arguments: Json) -> Message:
    text, blocks, metadata = (
        arguments.get("text"),
        message_arguments.blocks(arguments),
        message_arguments.metadata(arguments),
    )
    if text is None and blocks is None:
        raise Refusal("no_text")
    new = replace(
        old,
        text=old.text if text is None else str(text),
        blocks=old.blocks if blocks is None else defaults.blocks(blocks),
        metadata=old.metadata if metadata is None else metadata or None,
    )
    if not new.text and not new.blocks:
        raise Refusal("no_text")
    if len(new.text) > LONGEST_UPDATE:
        raise Refusal("msg_too_long")
    return new


def _destination(workspace: Workspace, channel_id: str) -> Channel:
    member = workspace.members.get(channel_id)
    person = member and not member.is_bot
    channel = workspace.direct_channel(channel_id) if person else writable_channel(workspace, channel_id)
    if channel.direct_with and not workspace.seed.messages_enabled:
        raise Refusal("messages_tab_disabled")
    return channel


WORDS = frozenset({"text", "blocks", "metadata"})
LOOKS = frozenset({"unfurl_links", "unfurl_media", "mrkdwn", "parse", "link_names"})
THREADS = frozenset({"thread_ts", "reply_broadcast"})
METHODS: Mapping[str, Method] = {
    "chat.postMessage": Method(
        carry_out=post_message, required=("channel",), optional=WORDS | LOOKS | THREADS, scope="chat:write"
    ),
    "chat.update": Method(
        carry_out=update, required=("channel", "ts"), optional=WORDS | {"parse", "link_names"}, scope="chat:write"
    ),
}
