"""What one person sees of the workspace, as JSON for the page."""

from collections.abc import Iterable

from sandbox.clock import microseconds
from sandbox.page import fault_panel
from sandbox.people import seen
from sandbox.records import Channel, Json, Member, Message, View
from sandbox.web_api import dnd
from sandbox.workspace.workspace import Workspace

NEWEST = 200


def everything(workspace: Workspace, person: str) -> Json:
    """The whole screen of this person, at one version."""
    direct = workspace.direct_channel(person)
    with workspace.changed:
        mine = [row for row in workspace.channels.values() if person in row.members and not row.direct_with]
        return {
            "version": workspace.version,
            "now": workspace.clock.now().isoformat(),
            "me": person,
            "workspace": {"name": workspace.seed.team_name},
            "bot": _bot(workspace),
            "commands": _own(workspace, person, workspace.seed.commands, "command", "description", "usage_hint"),
            "shortcuts": _own(workspace, person, workspace.seed.shortcuts, "name", "type", "description"),
            "people": [_person(row) for row in _people(workspace)],
            "channels": [_channel(row) for row in mine],
            "direct": {"id": direct.id, "name": workspace.bot.name},
            "messages": {row.id: _messages(workspace, row, person) for row in (*mine, direct)},
            "home": _view(workspace.screens.homes.get(person)),
            "modals": [_view(view) for view in workspace.screens.stacks.get(person, ())],
            "faults": fault_panel.armed(workspace),
            "quiet": dnd.is_quiet(workspace.members[person], workspace.clock.now()),
        }


def _bot(workspace: Workspace) -> Json:
    return {"user": workspace.bot.id, "name": workspace.bot.name, "connected": workspace.connected}


def _own(workspace: Workspace, person: str, rows: Iterable[Json], *keys: str) -> list[Json]:
    """What this app offers this person: nothing to somebody of another organisation."""
    offered = () if workspace.members[person].home_team else rows
    return [{key: row.get(key, "") for key in keys} for row in offered]


def _channel(row: Channel) -> Json:
    return {"id": row.id, "name": row.name, "private": row.private, "shared": row.shared}


def _people(workspace: Workspace) -> list[Member]:
    return [member for member in workspace.members.values() if not member.is_bot and not member.deleted]


def _person(row: Member) -> Json:
    return {"id": row.id, "name": row.name, "title": row.title, "time_zone": row.time_zone}


def _messages(workspace: Workspace, channel: Channel, person: str) -> list[Json]:
    whispers = [message for message in workspace.whispers.get(person, ()) if message.channel == channel.id]
    shown = sorted([*workspace.messages.get(channel.id, ()), *whispers], key=lambda message: microseconds(message.ts))
    return [_message(workspace, message, channel=channel, person=person) for message in shown[-NEWEST:]]


def _message(workspace: Workspace, message: Message, *, channel: Channel, person: str) -> Json:
    author = workspace.members[message.user]
    return {
        "ts": message.ts,
        "seen_at": message.seen_at,
        "text": message.text,
        "blocks": message.blocks,
        "files": message.files,
        "bot": author.is_bot,
        "user": message.user,
        "name": author.name,
        "edited": message.edited is not None,
        "mentions_me": seen.mentions(message, person, channel=channel),
        "silent": _silent(workspace, message, person),
        "only_me": message.only_for == person,
        "thread_ts": message.thread_ts,
        "broadcast": message.broadcast,
    }


def _silent(workspace: Workspace, message: Message, person: str) -> bool:
    return seen.calls(workspace, message, person) and seen.came_in_quiet_hours(workspace, message, person)


def _view(view: View | None) -> Json | None:
    if view is None:
        return None
    words = {key: view.content.get(key) for key in ("type", "callback_id", "title", "submit", "close", "blocks")}
    return {"id": view.id, "hash": view.hash, **words, "values": view.values}
