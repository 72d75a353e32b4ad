"""What the workspace remembers: frozen rows, replaced and never changed in place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Answer = tuple[int, dict[str, str], Json]
"""Status, headers, body: what a call of the Web API is answered with."""
Values = Mapping[str, Mapping[str, Json]]
"""What is typed into a view: block_id -> action_id -> value, in Slack's shape."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """A person or the bot, as users.info knows them."""

    id: str
    name: str
    title: str = ""
    time_zone: str = "Europe/London"
    is_bot: bool = False
    deleted: bool = False
    guest: str = ""
    """Empty, "multi-channel" or "single-channel"."""
    home_team: str = ""
    """The id of another organisation's workspace, for somebody who is here through a shared channel."""
    quiet: tuple[str, str] | None = None
    """From when to when they do not want to be disturbed, on their own clock: 22:00 to 07:00."""

    @property
    def handle(self) -> str:
        """The name after the @, as in amara.okafor."""
        return self.name.lower().replace(" ", ".")


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A channel, or the direct message between the bot and one person."""

    id: str
    name: str
    members: frozenset[str]
    private: bool = False
    archived: bool = False
    direct_with: str | None = None
    shared: str = ""
    """Empty, "externally" (another organisation reads it), or "pending" (invited, not there yet)."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message. `ts` is its name within its channel; `thread_ts` is that of the message it replies to."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    edited: str | None = None
    posted_at: float | None = None
    """When people in the workspace saw it, in seconds: its clock may have been moved, and `ts` is the machine's."""
    thread_ts: str | None = None
    broadcast: bool = False
    """A reply that is shown in the channel as well."""
    files: list[Json] = field(default_factory=list)
    only_for: str | None = None
    """The one person who sees it, until they load Slack again."""

    @property
    def seen_at(self) -> float:
        """The same, also for a message that was kept by an earlier sandbox."""
        return float(self.ts) if self.posted_at is None else self.posted_at


@dataclass(frozen=True, kw_only=True)
class View:
    """A modal or a Home as one person sees it. `content` is what the bot sent, with ids filled in."""

    id: str
    hash: str
    owner: str
    root: str
    content: Json
    values: Values
    previous: str | None = None

    @property
    def blocks(self) -> list[Json]:
        """The blocks, in order."""
        blocks: list[Json] = self.content["blocks"]
        return blocks


@dataclass(frozen=True, kw_only=True)
class Call:
    """One Web API call and what was answered, without the token."""

    method: str
    arguments: Json
    status: int
    answer: Json
