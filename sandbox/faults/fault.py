"""What a fault is. Its docstring is the sentence that people read of it."""

import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import ClassVar, Protocol

from sandbox.records import Channel, Member
from sandbox.transport.socket_mode import Sockets


class World(Protocol):
    """What a fault may change of the workspace."""

    sockets: Sockets
    scopes: frozenset[str]
    members: dict[str, Member]
    channels: dict[str, Channel]

    @property
    def bot(self) -> Member:
        """The bot's own account."""

    def change(self) -> AbstractContextManager[None]:
        """Hold the lock and tell everyone."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One way in which Slack misbehaves."""

    lasts: ClassVar[bool] = True
    """False for what is over in a moment: it strikes when it is armed, and is never listed."""
    only: ClassVar[frozenset[str]] = frozenset()
    """The methods of the Web API, or the kinds of envelope, that it can strike; empty for all."""

    @classmethod
    def sentence(cls) -> str:
        """What it does, in plain words."""
        return " ".join(str(cls.__doc__).split())

    @classmethod
    def title(cls) -> str:
        """Its name as people read it."""
        return re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).capitalize()

    def begin(self, world: World) -> None:
        """What happens when it is armed."""

    def end(self, world: World) -> None:
        """What is mended when it is cleared."""
