"""Business time in the sandbox: the machine's time plus an offset that only grows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """The workspace's time. It can be moved forward, never back."""

    def __init__(self, *, offset: timedelta, on_change: Callable[[], None]) -> None:
        """`on_change` is told after each move."""
        self.offset = offset
        self._on_change = on_change

    def now(self) -> datetime:
        """The time in the workspace, in UTC."""
        return self.actual() + self.offset

    def actual(self) -> datetime:
        """The machine's time, however far the workspace's was moved. Messages are named by it, as bots expect: a
        bot looks in a history from its own machine's time on."""
        return datetime.now(UTC)

    def start_at(self, moment: datetime) -> None:
        """Begin at this moment, also an earlier one. Only while nothing has happened in the workspace."""
        self.offset = moment - self.actual()
        self._on_change()

    def forward(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> datetime:
        """Move on by this much."""
        return self._move(timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds))

    def to(self, moment: datetime) -> datetime:
        """Move on to this moment, which carries its time zone."""
        return self._move(moment - self.now())

    def _move(self, step: timedelta) -> datetime:
        if step < timedelta():
            raise ValueError("The clock only moves forward.")
        self.offset += step
        self._on_change()
        return self.now()


class Timestamps:
    """Names for messages: seconds and microseconds, each later than the one before."""

    def __init__(self, *, last: int = 0) -> None:
        """`last` is the newest one given out, in microseconds."""
        self._last = last

    def next(self, now: datetime) -> str:
        """A ts that nothing else in the workspace has."""
        self._last = max(self._last + 1, int(now.timestamp() * 1_000_000))
        seconds, micro = divmod(self._last, 1_000_000)
        return f"{seconds}.{micro:06d}"


def microseconds(ts: str) -> int:
    """A ts as a number that can be compared."""
    seconds, _, fraction = ts.partition(".")
    return int(seconds or 0) * 1_000_000 + int(fraction.ljust(6, "0")[:6])
