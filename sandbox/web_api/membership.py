"""conversations.members and conversations.join."""

from collections.abc import Mapping
from dataclasses import replace

from sandbox.records import Json
from sandbox.refusals import Refusal
from sandbox.web_api.method import Method, family, scoped, visible_channel
from sandbox.wire import objects
from sandbox.workspace.workspace import Workspace

USUAL_PAGE = 100
LARGEST_PAGE = 1000


def members(workspace: Workspace, arguments: Json) -> Json:
    """The ids of a channel's members, page by page."""
    channel = visible_channel(workspace, arguments["channel"])
    scoped(workspace, f"{family(channel)}:read")
    people = sorted(channel.members)
    start = _start(str(arguments.get("cursor") or ""))
    size = min(int(arguments.get("limit") or USUAL_PAGE), LARGEST_PAGE)
    page, rest = people[start : start + size], people[start + size :]
    return {"members": page, "response_metadata": {"next_cursor": f"from:{start + size}" if rest else ""}}


def _start(cursor: str) -> int:
    number = cursor.removeprefix("from:")
    if cursor and not (cursor.startswith("from:") and number.isdecimal()):
        raise Refusal("invalid_cursor")
    return int(number or 0)


def join(workspace: Workspace, arguments: Json) -> Json:
    """Become a member of a public channel. A private one has to invite the bot."""
    channel = visible_channel(workspace, arguments["channel"])
    if channel.private:
        raise Refusal("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refusal("is_archived")
    if workspace.bot.id in channel.members:
        warned = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
        return {"channel": objects.channel(workspace, channel), **warned}
    with workspace.change():
        joined = replace(channel, members=channel.members | {workspace.bot.id})
        workspace.channels[channel.id] = joined
    return {"channel": objects.channel(workspace, joined)}


METHODS: Mapping[str, Method] = {
    "conversations.members": Method(
        carry_out=members, required=("channel",), optional=frozenset({"cursor", "limit"})
    ),
    "conversations.join": Method(carry_out=join, required=("channel",), scope="channels:join"),
}
