"""Faults of what the bot is told, over a socket or over HTTP."""

from dataclasses import dataclass
from typing import ClassVar

from sandbox.faults.fault import Fault
from sandbox.transport.envelopes import Sending


@dataclass(frozen=True, kw_only=True)
class EnvelopeFault(Fault):
    """What people do reaches the bot in another way than once and at once."""

    def sendings(self) -> tuple[Sending, ...]:
        """When it is sent, and how often."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class DeliveredTwice(EnvelopeFault):
    """What somebody does reaches the bot twice, the second time after these seconds."""

    seconds: float = 0.0

    def sendings(self) -> tuple[Sending, ...]:
        """Two of the same."""
        return Sending(), Sending(after=self.seconds)


@dataclass(frozen=True, kw_only=True)
class DeliveredLate(EnvelopeFault):
    """What somebody does reaches the bot only after these seconds."""

    seconds: float = 2.0

    def sendings(self) -> tuple[Sending, ...]:
        """One, later."""
        return (Sending(after=self.seconds),)


@dataclass(frozen=True, kw_only=True)
class OutOfOrder(EnvelopeFault):
    """What somebody does reaches the bot after what is done next, or after these seconds if nothing is."""

    seconds: float = 2.0

    def sendings(self) -> tuple[Sending, ...]:
        """One, later, unless something follows."""
        return (Sending(after=self.seconds, overtaken=True),)


@dataclass(frozen=True, kw_only=True)
class EventToldAgain(EnvelopeFault):
    """An event is told again after these seconds, marked as a repeat, as if its answer had been lost."""

    only: ClassVar[frozenset[str]] = frozenset({"events_api"})
    seconds: float = 1.0

    def sendings(self) -> tuple[Sending, ...]:
        """One, and its repeat."""
        return Sending(), Sending(after=self.seconds, repeat=1)
