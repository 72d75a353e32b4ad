"""What a Web API method is: its arguments, its scope, its token."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.records import Channel, Json
from sandbox.refusals import Refusal
from sandbox.workspace.workspace import Workspace

ALWAYS_WELCOME = ("team_id",)
"""Bolt's client adds it to every call."""


@dataclass(frozen=True, kw_only=True)
class Method:
    """One method of the Web API."""

    carry_out: Callable[[Workspace, Json], Json]
    required: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()
    scope: str | None = None
    token: str = "bot"  # noqa: S105 - which of the two tokens, not a secret

    def check(self, arguments: Json) -> None:
        """Refuse when an argument is missing, and when one is not covered here: silence would hide a mistake."""
        missing = [f"[ERROR] missing required field: {name}" for name in self.required if not arguments.get(name)]
        strangers = sorted(set(arguments) - {*self.required, *self.optional, *ALWAYS_WELCOME})
        unknown = [f"[ERROR] not covered by the sandbox: {name}" for name in strangers]
        if missing or unknown:
            raise Refusal("invalid_arguments", messages=[*missing, *unknown])


def scoped(workspace: Workspace, needed: str) -> None:
    """Refuse when the app was not granted this scope."""
    if needed not in workspace.scopes:
        raise Refusal("missing_scope", needed=needed, provided=",".join(sorted(workspace.scopes)))


def family(channel: Channel) -> str:
    """The first half of the scopes for this kind of channel."""
    if channel.direct_with:
        return "im"
    return "groups" if channel.private else "channels"


def visible_channel(workspace: Workspace, channel_id: str) -> Channel:
    """A channel that the bot may know of: a private one only as a member."""
    channel = workspace.channels.get(channel_id)
    if channel is None or (channel.private and workspace.bot.id not in channel.members):
        raise Refusal("channel_not_found")
    return channel


def joined_channel(workspace: Workspace, channel_id: str) -> Channel:
    """A channel that the bot is a member of."""
    channel = visible_channel(workspace, channel_id)
    if workspace.bot.id not in channel.members:
        raise Refusal("not_in_channel")
    return channel


def writable_channel(workspace: Workspace, channel_id: str) -> Channel:
    """A channel that the bot can post to."""
    channel = joined_channel(workspace, channel_id)
    if channel.archived:
        raise Refusal("is_archived")
    return channel
