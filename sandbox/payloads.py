"""The shapes in which Slack tells a bot what people did."""

from zoneinfo import ZoneInfo

from sandbox import responses
from sandbox.records import Channel, Json, Member, Message, View
from sandbox.workspace import Workspace

VERIFICATION_TOKEN = "sandbox"  # noqa: S105 - Slack's deprecated field; it proves nothing and Bolt does not read it


def envelope_fields(workspace: Workspace) -> Json:
    """What every payload carries."""
    return {
        "token": VERIFICATION_TOKEN,
        "api_app_id": workspace.seed.app_id,
        "team": {"id": workspace.seed.team_id, "domain": "sandbox"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def person(workspace: Workspace, person_id: str) -> Json:
    """Who acted."""
    member = workspace.members[person_id]
    team = workspace.seed.team_id
    return {"id": member.id, "username": member.handle, "name": member.handle, "team_id": team}


def command(workspace: Workspace, person_id: str, *, channel: Channel, words: tuple[str, str]) -> Json:
    """A slash command. Slack sends it as flat text fields."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.seed.team_id,
        "team_domain": "sandbox",
        "channel_id": channel.id,
        "channel_name": channel_word(channel),
        "user_id": person_id,
        "user_name": workspace.members[person_id].handle,
        "command": words[0],
        "text": words[1],
        "api_app_id": workspace.seed.app_id,
        "is_enterprise_install": "false",
        "response_url": responses.issue(workspace, person_id, channel=channel.id),
        "trigger_id": workspace.triggers.issue(person_id),
    }


def channel_word(channel: Channel) -> str:
    """The name that payloads give: private channels and direct messages keep theirs to themselves."""
    if channel.direct_with:
        return "directmessage"
    return "privategroup" if channel.private else channel.name


def view(workspace: Workspace, shown: View) -> Json:
    """A view, with what is typed in it."""
    content = shown.content
    return {
        "id": shown.id,
        "team_id": workspace.seed.team_id,
        "type": content["type"],
        "blocks": content["blocks"],
        "private_metadata": content.get("private_metadata", ""),
        "callback_id": content.get("callback_id", ""),
        "state": {"values": shown.values},
        "hash": shown.hash,
        "title": content.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": content.get("clear_on_close", False),
        "notify_on_close": content.get("notify_on_close", False),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "previous_view_id": shown.previous,
        "root_view_id": shown.root,
        "app_id": workspace.seed.app_id,
        "external_id": content.get("external_id", ""),
        "app_installed_team_id": workspace.seed.team_id,
        "bot_id": workspace.seed.bot_id,
    }


def view_submission(workspace: Workspace, shown: View) -> Json:
    """Somebody pressed the modal's submit button."""
    return {
        "type": "view_submission",
        **envelope_fields(workspace),
        "user": person(workspace, shown.owner),
        "trigger_id": workspace.triggers.issue(shown.owner),
        "view": view(workspace, shown),
        "response_urls": [],
    }


def view_closed(workspace: Workspace, shown: View) -> Json:
    """Somebody closed a modal that asked to be told."""
    return {
        "type": "view_closed",
        **envelope_fields(workspace),
        "user": person(workspace, shown.owner),
        "view": view(workspace, shown),
        "is_cleared": False,
    }


def home_opened(workspace: Workspace, person_id: str) -> Json:
    """Somebody opened the Home of the bot."""
    now = workspace.clock.now().timestamp()
    home = workspace.screens.homes.get(person_id)
    event: Json = {
        "type": "app_home_opened",
        "user": person_id,
        "channel": workspace.direct_channel(person_id).id,
        "tab": "home",
        "event_ts": f"{now:.6f}",
    }
    if home:
        event["view"] = view(workspace, home)
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.seed.team_id,
        "api_app_id": workspace.seed.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{workspace.timestamps.next(workspace.clock.now()).replace('.', '')}",
        "event_time": int(now),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.seed.team_id,
                "user_id": workspace.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


def message(workspace: Workspace, posted: Message) -> Json:
    """A message as the Web API and payloads give it, without its metadata."""
    shape: Json = {
        "type": "message",
        "user": posted.user,
        "bot_id": workspace.seed.bot_id,
        "app_id": workspace.seed.app_id,
        "team": workspace.seed.team_id,
        "ts": posted.ts,
        "text": posted.text,
    }
    if posted.blocks:
        shape["blocks"] = posted.blocks
    if posted.edited:
        shape["edited"] = {"user": posted.user, "ts": posted.edited}
    return shape


def channel(workspace: Workspace, row: Channel) -> Json:
    """A channel as conversations.info gives it."""
    common = {"id": row.id, "created": 1_700_000_000, "is_archived": row.archived, "is_org_shared": False}
    if row.direct_with:
        return {**common, "is_im": True, "user": row.direct_with, "is_user_deleted": False}
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
        "is_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "context_team_id": workspace.seed.team_id,
    }


def user(workspace: Workspace, member: Member) -> Json:
    """A person as users.info gives them. Slack leaves the time zone out for someone who has left."""
    now = workspace.clock.now().astimezone(ZoneInfo(member.time_zone))
    offset = now.utcoffset()
    shape: Json = {
        "id": member.id,
        "team_id": workspace.seed.team_id,
        "name": member.handle,
        "deleted": member.deleted,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
        "profile": {"real_name": member.name, "display_name": member.name, "title": member.title},
    }
    if member.deleted:
        return shape
    return {
        **shape,
        "real_name": member.name,
        "tz": member.time_zone,
        "tz_label": now.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
    }
