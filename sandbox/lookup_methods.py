"""Web API methods that look things up, and apps.connections.open."""

from collections.abc import Mapping

from sandbox import payloads
from sandbox.clock import microseconds
from sandbox.methods import Method, family, joined_channel, scoped, visible_channel, yes
from sandbox.records import Json, Message
from sandbox.refusals import Refusal
from sandbox.workspace import Workspace

USUAL_PAGE = 100
LARGEST_PAGE = 999
FOREVER = 10**18


def auth_test(workspace: Workspace, _: Json) -> Json:
    """Who the bot is."""
    return {
        "url": f"{workspace.address}/",
        "team": workspace.seed.team_name,
        "user": workspace.bot.handle,
        "team_id": workspace.seed.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.seed.bot_id,
        "is_enterprise_install": False,
    }


def apps_connections_open(workspace: Workspace, _: Json) -> Json:
    """The address of a new Socket Mode connection."""
    return {"url": f"{workspace.address.replace('http', 'ws', 1)}/socket/{workspace.sockets.new_ticket()}"}


def users_info(workspace: Workspace, arguments: Json) -> Json:
    """One person."""
    member = workspace.members.get(arguments["user"])
    if member is None:
        raise Refusal("user_not_found")
    return {"user": payloads.user(workspace, member)}


def conversations_info(workspace: Workspace, arguments: Json) -> Json:
    """One channel."""
    channel = workspace.channels.get(arguments["channel"])
    if channel is None:
        raise Refusal("channel_not_found")
    scoped(workspace, f"{family(channel)}:read")
    return {"channel": payloads.channel(workspace, visible_channel(workspace, channel.id))}


def conversations_open(workspace: Workspace, arguments: Json) -> Json:
    """The direct message with one person."""
    people = str(arguments["users"]).split(",")
    if len(people) > 1:
        scoped(workspace, "mpim:write")
        raise Refusal("invalid_arguments", messages=["[ERROR] not covered by the sandbox: several users"])
    member = workspace.members.get(people[0])
    if member is None:
        raise Refusal("user_not_found")
    if member.deleted:
        raise Refusal("user_disabled")
    if member.is_bot:
        raise Refusal("cannot_dm_bot")
    return {"channel": {"id": workspace.direct_channel(member.id).id}}


def conversations_history(workspace: Workspace, arguments: Json) -> Json:
    """Messages of a channel that the bot is in, newest first, page by page."""
    channel = workspace.channels.get(arguments["channel"])
    if channel is None:
        raise Refusal("channel_not_found")
    scoped(workspace, f"{family(channel)}:history")
    found = _between(workspace.messages.get(joined_channel(workspace, channel.id).id, []), arguments)
    size = min(int(arguments.get("limit") or USUAL_PAGE), LARGEST_PAGE)
    page, more = found[:size], len(found) > size
    kept = yes(arguments, "include_all_metadata")
    shown = [_with_metadata(workspace, message) if kept else payloads.message(workspace, message) for message in page]
    answer: Json = {"messages": shown, "has_more": more, "pin_count": 0}
    return {**answer, "response_metadata": {"next_cursor": f"before:{page[-1].ts}"}} if more else answer


def _between(messages: list[Message], arguments: Json) -> list[Message]:
    edge = 0 if yes(arguments, "inclusive") else 1
    oldest = microseconds(str(arguments.get("oldest") or "0")) + edge
    latest = (microseconds(str(arguments["latest"])) if arguments.get("latest") else FOREVER) - edge
    cursor = str(arguments.get("cursor") or "")
    if cursor and not cursor.startswith("before:"):
        raise Refusal("invalid_cursor")
    before = microseconds(cursor.removeprefix("before:")) if cursor else FOREVER
    return [
        message
        for message in reversed(messages)
        if oldest <= microseconds(message.ts) <= latest and microseconds(message.ts) < before
    ]


def _with_metadata(workspace: Workspace, message: Message) -> Json:
    shape = payloads.message(workspace, message)
    return {**shape, "metadata": message.metadata} if message.metadata else shape


PAGING = frozenset({"cursor", "limit", "oldest", "latest", "inclusive", "include_all_metadata"})
METHODS: Mapping[str, Method] = {
    "auth.test": Method(carry_out=auth_test),
    "apps.connections.open": Method(carry_out=apps_connections_open, token="app"),  # noqa: S106 - which, not a secret
    "users.info": Method(
        carry_out=users_info, required=("user",), optional=frozenset({"include_locale"}), scope="users:read"
    ),
    "conversations.info": Method(
        carry_out=conversations_info,
        required=("channel",),
        optional=frozenset({"include_locale", "include_num_members"}),
    ),
    "conversations.open": Method(
        carry_out=conversations_open,
        required=("users",),
        optional=frozenset({"return_im", "prevent_creation"}),
        scope="im:write",
    ),
    "conversations.history": Method(carry_out=conversations_history, required=("channel",), optional=PAGING),
}
