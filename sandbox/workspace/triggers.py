"""Trigger ids: for a few seconds, once, a bot may open a modal for the person who acted."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.records import View
from sandbox.refusals import Refusal

REMEMBERED = 1000


@dataclass
class _Trigger:
    person: str
    issued: float
    used: bool = False


class Triggers:
    """Those issued lately. Elapsed time is monotonic: moving the business clock expires none."""

    def __init__(self, *, seconds: Callable[[], float]) -> None:
        """`seconds` says how long one lasts."""
        self.seconds = seconds
        self._issued: dict[str, _Trigger] = {}

    def issue(self, person: str) -> str:
        """A new trigger id for what this person just did."""
        trigger_id = f"{time.monotonic_ns()}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._issued[trigger_id] = _Trigger(person, time.monotonic())
        while len(self._issued) > REMEMBERED:
            del self._issued[next(iter(self._issued))]
        return trigger_id

    def use(self, trigger_id: str, show: Callable[[str], View]) -> View:
        """Let the bot show something to whose it is, this once. A view that is refused does not use it up."""
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.used:
            raise Refusal("exchanged_trigger_id")
        if time.monotonic() - trigger.issued > self.seconds():
            raise Refusal("expired_trigger_id")
        view = show(trigger.person)
        trigger.used = True
        return view
