"""chat.postEphemeral: a message that one person sees until they load Slack again."""

from collections.abc import Mapping
from dataclasses import replace

from sandbox.records import Channel, Json, Message
from sandbox.refusals import Refusal
from sandbox.rules import defaults
from sandbox.web_api.method import Method, writable_channel
from sandbox.wire import message_arguments
from sandbox.workspace import threads
from sandbox.workspace.workspace import Workspace


def post(workspace: Workspace, arguments: Json) -> Json:
    """Show a member of the channel a message of their own."""
    channel = writable_channel(workspace, arguments["channel"])
    person = workspace.members.get(arguments["user"])
    if person is None or person.deleted or person.id not in channel.members:
        raise Refusal("user_not_in_channel")
    text, blocks = message_arguments.words(arguments)
    whisper = Message(
        channel=channel.id,
        ts="",
        user=workspace.bot.id,
        text=text,
        blocks=defaults.blocks(blocks),
        only_for=person.id,
    )
    return {"message_ts": _shown(workspace, channel, whisper, thread_ts=arguments.get("thread_ts")).ts}


def _shown(workspace: Workspace, channel: Channel, whisper: Message, *, thread_ts: str | None) -> Message:
    """Under a message that nobody answered yet, Slack says ok and shows nothing."""
    if not thread_ts:
        return workspace.add(whisper)
    root = threads.root(workspace, channel, thread_ts)
    if threads.replies(workspace, root):
        return workspace.add(replace(whisper, thread_ts=root.ts))
    return replace(whisper, ts=workspace.new_ts())


METHODS: Mapping[str, Method] = {
    "chat.postEphemeral": Method(
        carry_out=post,
        required=("channel", "user"),
        optional=frozenset({"text", "blocks", "thread_ts", "parse", "link_names"}),
        scope="chat:write",
    ),
}
