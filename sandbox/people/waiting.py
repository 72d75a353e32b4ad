"""A workspace that tests can wait in, and look people and channels up by name."""

import time
from collections.abc import Callable

from sandbox.interactions.ask_bot import NothingThere
from sandbox.records import Channel, Member
from sandbox.workspace.workspace import Workspace

GLANCE = 0.05
TURN = 0.02
LONGEST = 90.0
"""Seconds. A wait ends when what it is for has happened; only a failure takes this long, also on a busy machine."""


class WaitingWorkspace(Workspace):
    """Waits are bounded, and names stand for ids."""

    def member_called(self, name: str) -> Member:
        """Somebody, by name or by id."""
        found = [member for member in self.members.values() if name in (member.name, member.id)]
        if not found:
            raise NothingThere(f"Nobody is called {name!r}.")
        return found[0]

    def channel_called(self, name: str) -> Channel:
        """A channel, by name or by id."""
        found = [
            row for row in self.channels.values() if name == row.id or (name == row.name and not row.direct_with)
        ]
        if not found:
            raise NothingThere(f"There is no channel {name!r}.")
        return found[0]

    def wait_until(
        self, predicate: Callable[[], object], *, seconds: float = LONGEST, reason: str = "", turn: float = TURN
    ) -> None:
        """Wait until the predicate holds, or raise TimeoutError with the reason. It is asked every `turn` seconds."""
        until = time.monotonic() + seconds
        while not predicate():
            remaining = until - time.monotonic()
            if remaining <= 0:
                raise TimeoutError(reason or f"Not within {seconds} seconds.")
            with self.changed:
                self.changed.wait(min(remaining, turn))

    def wait_for_change(self, look: Callable[[], object], before: object, *, seconds: float) -> None:
        """Wait until somebody sees something else than before, or this time is over."""
        until = time.monotonic() + seconds
        while look() == before and time.monotonic() < until:
            with self.changed:
                self.changed.wait(GLANCE)

    def wait_for_bot(self, *, seconds: float = LONGEST, connections: int = 1) -> None:
        """Wait until the bot has this many connections, or answers at its request URL."""
        self.wait_until(
            lambda: self.requests.verified() if self.requests.url else self.sockets.count >= connections,
            seconds=seconds,
            reason="The bot did not connect.",
        )

    def wait_until_bot_is_gone(self, *, seconds: float = LONGEST) -> None:
        """Wait until none answers at the request URL, or where there is no such URL, until none is connected."""
        self.wait_until(
            lambda: not self.requests.verified() if self.requests.url else self.sockets.count == 0,
            seconds=seconds,
            reason="The bot is still connected.",
        )
