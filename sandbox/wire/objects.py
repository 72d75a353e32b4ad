"""Messages, channels and people as the Web API and payloads give them."""

from zoneinfo import ZoneInfo

from sandbox.records import Channel, Json, Member, Message
from sandbox.workspace import threads
from sandbox.workspace.workspace import Workspace

LONG_AGO = 1_700_000_000


def message(workspace: Workspace, posted: Message) -> Json:
    """A message without its metadata."""
    shape: Json = {
        "type": "message",
        "user": posted.user,
        "team": workspace.seed.team_id,
        "ts": posted.ts,
        "text": posted.text,
        **threads.told(workspace, posted),
    }
    if posted.user == workspace.bot.id:
        shape |= {"bot_id": workspace.seed.bot_id, "app_id": workspace.seed.app_id}
    if posted.blocks:
        shape["blocks"] = posted.blocks
    if posted.files:
        shape["files"] = posted.files
    if posted.edited:
        shape["edited"] = {"user": posted.user, "ts": posted.edited}
    return shape


def message_with_metadata(workspace: Workspace, posted: Message) -> Json:
    """The same with its metadata, where it has some."""
    shape = message(workspace, posted)
    return {**shape, "metadata": posted.metadata} if posted.metadata else shape


def channel(workspace: Workspace, row: Channel) -> Json:
    """A channel as conversations.info gives it."""
    common = {"id": row.id, "created": LONG_AGO, "is_archived": row.archived, "is_org_shared": False}
    if row.direct_with:
        gone = workspace.members[row.direct_with].deleted
        return {**common, "is_im": True, "user": row.direct_with, "is_user_deleted": gone}
    return {
        **common,
        "name": row.name,
        "name_normalized": row.name,
        "is_channel": not row.private,
        "is_group": row.private,
        "is_im": False,
        "is_mpim": False,
        "is_private": row.private,
        "is_member": workspace.bot.id in row.members,
        "is_general": row.name == "general",
        "is_shared": row.shared == "externally",
        "is_ext_shared": row.shared == "externally",
        "is_pending_ext_shared": row.shared == "pending",
        "context_team_id": workspace.seed.team_id,
    }


def user(workspace: Workspace, member: Member) -> Json:
    """A person as users.info gives them. Slack leaves the time zone out for someone who has left."""
    shape: Json = {
        "id": member.id,
        "team_id": member.home_team or workspace.seed.team_id,
        "name": member.handle,
        "deleted": member.deleted,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": LONG_AGO,
        "profile": {"real_name": member.name, "display_name": member.name, "title": member.title},
    }
    return shape if member.deleted else {**shape, **_present(workspace, member)}


def _present(workspace: Workspace, member: Member) -> Json:
    now = workspace.clock.now().astimezone(ZoneInfo(member.time_zone))
    offset = now.utcoffset()
    return {
        "real_name": member.name,
        "tz": member.time_zone,
        "tz_label": now.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": bool(member.guest),
        "is_ultra_restricted": member.guest == "single-channel",
        **({"is_stranger": True} if member.home_team else {}),
    }
