"""The shapes in which Slack tells a bot what people did."""

from sandbox.records import Channel, Json, Message, View
from sandbox.wire import response_urls
from sandbox.workspace.workspace import Workspace

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
    team = member.home_team or workspace.seed.team_id
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
        "response_url": response_urls.issue(workspace, person_id, channel=channel.id),
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


def view_closed(workspace: Workspace, shown: View, *, cleared: bool) -> Json:
    """Somebody closed a modal that asked to be told. What was typed in it is not sent."""
    return {
        "type": "view_closed",
        **envelope_fields(workspace),
        "user": person(workspace, shown.owner),
        "view": {**view(workspace, shown), "state": {"values": {}}},
        "is_cleared": cleared,
    }


def home_opened(workspace: Workspace, person_id: str) -> Json:
    """Somebody opened the Home of the bot."""
    home = workspace.screens.homes.get(person_id)
    event: Json = {
        "type": "app_home_opened",
        "user": person_id,
        "channel": workspace.direct_channel(person_id).id,
        "tab": "home",
        "event_ts": f"{workspace.clock.now().timestamp():.6f}",
    }
    if home:
        event["view"] = view(workspace, home)
    return _event(workspace, event)


def message_written(workspace: Workspace, posted: Message, *, event: str) -> Json:
    """Somebody wrote to the bot, or mentioned it. `event` is the name that the manifest subscribes to."""
    kind, _, place = event.partition(".")
    team = workspace.members[posted.user].home_team or workspace.seed.team_id
    told: Json = {
        "type": kind,
        "user": posted.user,
        "team": team,
        "channel": posted.channel,
        "text": posted.text,
        "ts": posted.ts,
        "event_ts": posted.ts,
    }
    if place:
        told["channel_type"] = place
    if posted.thread_ts:
        told["thread_ts"] = posted.thread_ts
    return _event(workspace, told)


def _event(workspace: Workspace, event: Json) -> Json:
    now = workspace.clock.now()
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.seed.team_id,
        "api_app_id": workspace.seed.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{workspace.new_ts().replace('.', '')}",
        "event_time": int(now.timestamp()),
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
