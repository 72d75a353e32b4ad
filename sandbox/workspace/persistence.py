"""What happened in the workspace, kept in a JSON file between runs."""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

from sandbox.clock import Timestamps, microseconds
from sandbox.records import Json, Message, View
from sandbox.workspace.workspace import Workspace

VERSION = 1


def keep(workspace: Workspace, *, path: Path) -> None:
    """Load the file where there is one, and save at each change. Open modals are not kept: they live in clients."""
    if path.exists():
        _load(workspace, json.loads(path.read_text(encoding="utf-8")))
    workspace.savers.append(_saver(workspace, path))


def _saver(workspace: Workspace, path: Path) -> Callable[[], None]:
    def save() -> None:
        beside = path.with_suffix(f"{path.suffix}.new")
        beside.write_text(json.dumps(_kept(workspace), ensure_ascii=False), encoding="utf-8")
        os.replace(beside, path)  # noqa: PTH105 - Path.replace says less plainly that it is atomic

    return save


def _kept(workspace: Workspace) -> Json:
    return {
        "version": VERSION,
        "offset_seconds": workspace.clock.offset.total_seconds(),
        "left": [member.id for member in workspace.members.values() if member.deleted],
        "direct": [channel.direct_with for channel in workspace.channels.values() if channel.direct_with],
        "messages": [asdict(message) for rows in workspace.messages.values() for message in rows],
        "homes": [asdict(view) for view in workspace.screens.homes.values()],
    }


def _load(workspace: Workspace, kept: Json) -> None:
    if kept.get("version") != VERSION:
        raise ValueError("This file was kept by another version of the sandbox. Start over without it.")
    workspace.clock.offset = timedelta(seconds=kept["offset_seconds"])
    for member_id in kept["left"]:
        workspace.members[member_id] = replace(workspace.members[member_id], deleted=True)
    for person in kept["direct"]:
        workspace.direct_channel(person)
    _load_messages(workspace, [Message(**row) for row in kept["messages"]])
    workspace.screens.homes = {row["owner"]: View(**row) for row in kept["homes"]}


def _load_messages(workspace: Workspace, messages: list[Message]) -> None:
    for message in messages:
        workspace.messages.setdefault(message.channel, []).append(message)
    stamps = [stamp for message in messages for stamp in (message.ts, message.edited) if stamp]
    workspace.timestamps = Timestamps(last=max(map(microseconds, stamps), default=0))
