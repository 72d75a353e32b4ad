"""Faults of the connection between Slack and the bot."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sandbox.faults.fault import Fault, World


class Reason(StrEnum):
    """Why Slack wants the bot to connect anew."""

    REFRESH = "refresh_requested"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True)
class ConnectionsBreak(Fault):
    """Every Socket Mode connection breaks, without a word."""

    lasts: ClassVar[bool] = False

    def begin(self, world: World) -> None:
        """Break them."""
        world.sockets.disconnect_all()


@dataclass(frozen=True, kw_only=True)
class ConnectionsRenewed(Fault):
    """Every Socket Mode connection is asked to come back anew, as Slack does every few hours."""

    lasts: ClassVar[bool] = False
    reason: Reason = Reason.REFRESH

    def begin(self, world: World) -> None:
        """Ask them."""
        world.sockets.refresh_all(self.reason)


@dataclass(frozen=True, kw_only=True)
class SlackAway(Fault):
    """Slack is away: connections break and none opens, no call is answered, and the bot hears of nothing."""

    def begin(self, world: World) -> None:
        """Break what is open."""
        world.sockets.disconnect_all()
