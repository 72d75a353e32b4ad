"""What is on its way to the bot, whichever way it goes."""

import threading
from dataclasses import dataclass, field

from sandbox.records import Json

REMEMBERED = 10_000


class NotConnected(Exception):
    """No bot is connected to the workspace."""


@dataclass
class Delivery:
    """One envelope on its way, and what the bot answered."""

    envelope: Json
    answer: Json | None = None
    answered: threading.Event = field(default_factory=threading.Event)
    given_up: bool = False
    refused: bool = False

    def take(self, answer: Json | None) -> None:
        """The bot acknowledged it, the first time that it was asked. Slack ignores what comes too late."""
        if not self.given_up and not self.answered.is_set():
            self.answer = answer
            self.answered.set()

    def refuse(self) -> None:
        """The bot cannot be reached, or its answer is not one that Slack takes. There will be no other."""
        self.refused = not self.answered.is_set()
        self.answered.set()

    def wait(self, seconds: float) -> bool:
        """Whether it was acknowledged in time."""
        self.given_up = not self.answered.wait(seconds)
        return not self.given_up and not self.refused

    @property
    def failure(self) -> str:
        """What Slack calls it when it was not acknowledged."""
        return "dispatch_failed" if self.refused else "operation_timeout"
