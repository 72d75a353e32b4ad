"""Web API methods that look things up, and apps.connections.open."""

from collections.abc import Mapping

from sandbox.clock import microseconds
from sandbox.records import Json, Message
from sandbox.refusals import Refusal
from sandbox.web_api.method import Method, family, joined_channel, scoped, visible_channel
from sandbox.wire import objects
from sandbox.wire.arguments import yes
from sandbox.workspace import threads
from sandbox.workspace.workspace import Workspace

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
    return {"user": objects.user(workspace, member)}


def conversations_info(workspace: Workspace, arguments: Json) -> Json:
    """One channel."""
    channel = workspace.channels.get(arguments["channel"])
    if channel is None:
        raise Refusal("channel_not_found")
    scoped(workspace, f"{family(channel)}:read")
    return {"channel": objects.channel(workspace, visible_channel(workspace, channel.id))}


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
    """Messages of a channel that the bot is in, newest first, page by page. Replies are not among them."""
    messages = threads.in_channel(_readable(workspace, arguments["channel"]))
    found = _between(messages[::-1], arguments)
    cursor = _cursor(arguments)
    rest = [message for message in found if not cursor or microseconds(message.ts) < cursor]
    return {**_page(workspace, rest, arguments), "pin_count": 0}


def conversations_replies(workspace: Workspace, arguments: Json) -> Json:
    """A message and its replies, oldest first, page by page."""
    messages = _readable(workspace, arguments["channel"])
    named = next((message for message in messages if message.ts == arguments["ts"]), None)
    if named is None:
        raise Refusal("thread_not_found")
    root = named.thread_ts or named.ts
    found = _between([message for message in messages if root in (message.ts, message.thread_ts)], arguments)
    cursor = _cursor(arguments)
    return _page(workspace, [message for message in found if microseconds(message.ts) > cursor], arguments)


def _readable(workspace: Workspace, channel_id: str) -> list[Message]:
    channel = workspace.channels.get(channel_id)
    if channel is None:
        raise Refusal("channel_not_found")
    scoped(workspace, f"{family(channel)}:history")
    return workspace.messages.get(joined_channel(workspace, channel.id).id, [])


def _page(workspace: Workspace, found: list[Message], arguments: Json) -> Json:
    size = min(int(arguments.get("limit") or USUAL_PAGE), LARGEST_PAGE)
    page, more = found[:size], len(found) > size
    shape = objects.message_with_metadata if yes(arguments, "include_all_metadata") else objects.message
    answer: Json = {"messages": [shape(workspace, message) for message in page], "has_more": more}
    return {**answer, "response_metadata": {"next_cursor": f"after:{page[-1].ts}"}} if more else answer


def _cursor(arguments: Json) -> int:
    """The last message of the page before, or 0."""
    cursor = str(arguments.get("cursor") or "")
    if cursor and not cursor.startswith("after:"):
        raise Refusal("invalid_cursor")
    return microseconds(cursor.removeprefix("after:"))


def _between(messages: list[Message], arguments: Json) -> list[Message]:
    edge = 0 if yes(arguments, "inclusive") else 1
    oldest = microseconds(str(arguments.get("oldest") or "0")) + edge
    latest = (microseconds(str(arguments["latest"])) if arguments.get("latest") else FOREVER) - edge
    return [message for message in messages if oldest <= microseconds(message.ts) <= latest]


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
    "conversations.replies": Method(carry_out=conversations_replies, required=("channel", "ts"), optional=PAGING),
}
