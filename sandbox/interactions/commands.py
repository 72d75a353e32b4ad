"""The text of a slash command as the bot receives it."""

import re

from sandbox.records import Json
from sandbox.workspace import mrkdwn
from sandbox.workspace.workspace import Workspace

LINK = re.compile(r"https?://[^\s<>|]+")


def sent(workspace: Workspace, typed: str, *, command: Json) -> str:
    """With should_escape: people and channels as ids, links in angle brackets, and & < > as entities."""
    if not command.get("should_escape"):
        return typed
    text = LINK.sub(lambda link: f"<{link.group()}>", mrkdwn.escaped(typed))
    for member in sorted(workspace.members.values(), key=lambda member: -len(member.name)):
        written = f"<@{member.id}|{member.handle}>"
        text = text.replace(f"@{member.name}", written).replace(f"@{member.handle}", written)
    for channel in workspace.channels.values():
        if not channel.direct_with:
            text = re.sub(rf"#{re.escape(channel.name)}(?![\w-])", f"<#{channel.id}|{channel.name}>", text)
    return text
