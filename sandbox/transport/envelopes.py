"""What is on its way to the bot, whichever way it goes."""

import secrets
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sandbox.records import Json

REMEMBERED = 10_000
_LET_BY = 0.1
"""Seconds. Over HTTP two things that are posted in the same moment may arrive in either order."""


class NotConnected(Exception):
    """No bot is connected to the workspace."""


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One time that something is sent: after so many seconds, or sooner if it may be overtaken and was.

    `repeat` says how often Slack has told this event before.
    """

    after: float = 0.0
    overtaken: bool = False
    repeat: int = 0


ONCE = (Sending(),)


@dataclass
class Delivery:
    """One envelope on its way, and what the bot answered."""

    envelope: Json
    sent: int = 0
    """How often it has left for the bot."""
    acknowledged: int = 0
    """How often the bot said that it has it, also when nobody waited for that any more."""
    answer: Json | None = None
    answered: threading.Event = field(default_factory=threading.Event)
    given_up: bool = False
    refused: bool = False

    def take(self, answer: Json | None) -> None:
        """The bot acknowledged it. Slack ignores all but the first time, and what comes too late."""
        self.acknowledged += 1
        if not self.given_up and not self.answered.is_set():
            self.answer = answer
            self.answered.set()

    def refuse(self) -> None:
        """The bot cannot be reached, or its answer is not one that Slack takes. There will be no other."""
        if not self.answered.is_set():
            self.refused = True
            self.answered.set()

    def wait(self, seconds: float) -> bool:
        """Whether it was acknowledged in time."""
        self.given_up = not self.answered.wait(seconds)
        return not self.given_up and not self.refused

    @property
    def failure(self) -> str:
        """What Slack calls it when it was not acknowledged."""
        return "dispatch_failed" if self.refused else "operation_timeout"


def delivery(kind: str, payload: Json, *, answerable: str) -> Delivery:
    """Something to tell the bot. `answerable` is "with a payload" or "plainly"."""
    return Delivery(
        {
            "envelope_id": secrets.token_hex(16),
            "payload": payload,
            "type": kind,
            "accepts_response_payload": answerable == "with a payload",
        }
    )


Send = Callable[[int], None]
"""Sends something once. Its argument says how often it has been told before."""


class Carrier:
    """Sends things when it is their time. What may be overtaken leaves right after the next thing."""

    def __init__(self) -> None:
        """Nothing is on its way."""
        self._timers: list[threading.Timer] = []
        self._overtaken: list[Callable[[], None]] = []

    def carry(self, sendings: Sequence[Sending], send: Send) -> None:
        """Send this as often as it should be."""
        let_by, self._overtaken = self._overtaken, []
        for sending in sendings:
            if sending.after:
                self._later(sending, send)
            else:
                send(sending.repeat)
        for go in let_by:
            self._start(_LET_BY, go)

    def forget(self) -> None:
        """Send nothing of what waits."""
        for timer in self._timers:
            timer.cancel()
        self._timers, self._overtaken = [], []

    def _later(self, sending: Sending, send: Send) -> None:
        first = threading.Lock()

        def go() -> None:
            if first.acquire(blocking=False):  # Its time and the next thing may come together.
                with suppress(NotConnected):
                    send(sending.repeat)

        self._start(sending.after, go)
        if sending.overtaken:
            self._overtaken.append(go)

    def _start(self, seconds: float, go: Callable[[], None]) -> None:
        timer = threading.Timer(seconds, go)
        timer.daemon = True
        self._timers = [each for each in self._timers if each.is_alive()] + [timer]
        timer.start()
