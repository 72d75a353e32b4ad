"""Which faults are armed, how often each has struck, and what the doors of the workspace ask of them."""

import itertools
import random
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from sandbox.faults.calls import CallFault, HistoryLags, Moment, SlowAnswers
from sandbox.faults.connections import SlackAway
from sandbox.faults.envelopes import EnvelopeFault
from sandbox.faults.fault import Fault, World
from sandbox.records import Answer, Json
from sandbox.refusals import ConnectionDropped
from sandbox.transport.envelopes import ONCE, Sending

F = TypeVar("F", bound=Fault)


@dataclass(kw_only=True, eq=False)
class Armed:
    """A fault that waits for its next chance."""

    number: int
    fault: Fault
    on: frozenset[str]
    channel: str
    times: int | None
    chance: float
    dice: random.Random
    struck: int = 0
    timer: threading.Timer | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def strikes(self, name: str, channel: str) -> bool:
        """Whether it strikes this call or envelope. If so, that is counted."""
        if (self.on and name not in self.on) or self.channel not in ("", channel):
            return False
        with self.lock:
            if self.is_over or self.dice.random() >= self.chance:
                return False
            self.struck += 1
            return True

    @property
    def is_over(self) -> bool:
        """Whether it has struck as often as it should."""
        return self.times is not None and self.struck >= self.times


class Faults:
    """How this workspace misbehaves."""

    def __init__(self, world: World) -> None:
        """It does not."""
        self._world = world
        self._lock = threading.Lock()
        self._armed: list[Armed] = []
        self._numbers = itertools.count(1)

    @property
    def armed(self) -> list[Armed]:
        """What may still strike, in the order in which it was armed."""
        with self._lock:
            return [each for each in self._armed if not each.is_over]

    def arm(  # noqa: PLR0913 - each is one word of "how often and on what", and all have defaults
        self,
        fault: Fault,
        *,
        on: Collection[str] = (),
        channel: str = "",
        times: int | None = None,
        lasting: float | None = None,
        chance: float = 1.0,
        seed: int = 0,
    ) -> Armed:
        """Misbehave like this from now on: `times` times, or for `lasting` seconds, or until cleared.

        `on` names methods of the Web API, or kinds of envelope; `channel` keeps calls to one place. With a `chance`
        below 1 a storm is drawn from `seed`, the same each time.
        """
        dice = random.Random(seed)  # noqa: S311 - a storm that can be repeated, no secret
        armed = Armed(
            number=next(self._numbers),
            fault=fault,
            on=frozenset(on) or fault.only,
            channel=channel,
            times=times,
            chance=chance,
            dice=dice,
        )
        fault.begin(self._world)
        if fault.lasts:
            self._remember(armed, lasting)
        return armed

    def _remember(self, armed: Armed, lasting: float | None) -> None:
        with self._world.change(), self._lock:
            self._armed.append(armed)
        if lasting is not None:
            armed.timer = threading.Timer(lasting, self.disarm, [armed])
            armed.timer.daemon = True
            armed.timer.start()

    def disarm(self, armed: Armed) -> None:
        """Behave again, in this respect."""
        with self._lock:
            if armed not in self._armed:
                return
            self._armed.remove(armed)
        if armed.timer:
            armed.timer.cancel()
        armed.fault.end(self._world)
        with self._world.change():
            pass

    def clear(self) -> None:
        """Behave again."""
        for armed in list(self._armed):
            self.disarm(armed)

    @property
    def away(self) -> bool:
        """Whether Slack is away."""
        return any(isinstance(each.fault, SlackAway) for each in self.armed)

    def before(self, method: str, arguments: Json) -> Answer | None:
        """What is answered instead of carrying this call out. May raise ConnectionDropped."""
        if self.away:
            raise ConnectionDropped
        fault = self._strike(CallFault, method, arguments, meant=lambda fault: fault.when is Moment.BEFORE)
        return fault.answer() if fault else None

    def after(self, method: str, arguments: Json) -> Answer | None:
        """What is answered instead of what came of this call. May raise ConnectionDropped."""
        fault = self._strike(CallFault, method, arguments, meant=lambda fault: fault.when is Moment.AFTER)
        return fault.answer() if fault else None

    def delay(self, method: str, arguments: Json) -> float:
        """How many seconds late this call is answered."""
        fault = self._strike(SlowAnswers, method, arguments)
        return fault.seconds if fault else 0.0

    def shown(self, method: str, arguments: Json, *, answer: Json, now: datetime) -> Json:
        """What is to be seen of what was found."""
        fault = self._strike(HistoryLags, method, arguments) if "messages" in answer else None
        return fault.shown(answer, now=now) if fault else answer

    def sendings(self, kind: str) -> tuple[Sending, ...]:
        """When, and how often, the bot is told of this."""
        fault = self._strike(EnvelopeFault, kind, {})
        return fault.sendings() if fault else ONCE

    def _strike(
        self, family: type[F], name: str, arguments: Json, *, meant: Callable[[F], bool] = lambda _: True
    ) -> F | None:
        """The first armed fault of this family that strikes."""
        channel = str(arguments.get("channel") or "")
        for each in self.armed:
            if isinstance(each.fault, family) and meant(each.fault) and each.strikes(name, channel):
                self._note(each)
                return each.fault
        return None

    def _note(self, struck: Armed) -> None:
        if struck.is_over:
            self.disarm(struck)
        else:
            with self._world.change():
                pass
