"""Faults of the Web API. Each one may be kept to some methods, or to one channel."""

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sandbox.clock import microseconds
from sandbox.faults.fault import Fault
from sandbox.records import Answer, Json
from sandbox.refusals import ConnectionDropped


class Moment(StrEnum):
    """When it goes wrong: before the call is carried out, or after it. The caller cannot tell which."""

    BEFORE = "before"
    AFTER = "after"


class Unclear(StrEnum):
    """Slack's own errors that do not say whether the call was carried out."""

    FATAL_ERROR = "fatal_error"
    INTERNAL_ERROR = "internal_error"
    REQUEST_TIMEOUT = "request_timeout"
    SERVICE_UNAVAILABLE = "service_unavailable"


@dataclass(frozen=True, kw_only=True)
class CallFault(Fault):
    """Something else is answered than what the call did."""

    @property
    def when(self) -> Moment:
        """When it strikes."""
        return Moment.BEFORE

    def answer(self) -> Answer:
        """What is answered. May raise ConnectionDropped."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class DoubtfulFault(CallFault):
    """A call fault that leaves the caller in doubt whether the call was carried out."""

    moment: Moment = Moment.BEFORE

    @property
    def when(self) -> Moment:
        """As was asked for."""
        return self.moment


@dataclass(frozen=True, kw_only=True)
class SlowAnswers(Fault):
    """Calls are carried out at once, and answered only after these seconds."""

    seconds: float = 1.0


@dataclass(frozen=True, kw_only=True)
class TooManyRequests(CallFault):
    """Calls are refused with 429, and Slack asks for a pause of these seconds."""

    seconds: float = 2.0

    def answer(self) -> Answer:
        """As Slack refuses what comes too fast."""
        return 429, {"Retry-After": str(math.ceil(self.seconds))}, {"ok": False, "error": "ratelimited"}


@dataclass(frozen=True, kw_only=True)
class ServerError(DoubtfulFault):
    """Calls end with status 500, before or after they are carried out."""

    def answer(self) -> Answer:
        """Nothing that says more."""
        return 500, {}, {}


@dataclass(frozen=True, kw_only=True)
class UnclearError(DoubtfulFault):
    """Calls are answered with an error that does not say whether they were carried out."""

    code: Unclear = Unclear.INTERNAL_ERROR

    def answer(self) -> Answer:
        """Slack's name for it."""
        return 200, {}, {"ok": False, "error": str(self.code)}


@dataclass(frozen=True, kw_only=True)
class ConnectionLost(DoubtfulFault):
    """The connection of a call breaks without an answer, before or after it is carried out."""

    def answer(self) -> Answer:
        """None comes."""
        raise ConnectionDropped


@dataclass(frozen=True, kw_only=True)
class NoAnswer(DoubtfulFault):
    """Calls get no answer until the caller gives up, or until these seconds are over."""

    seconds: float = 30.0

    def answer(self) -> Answer:
        """None comes, for long."""
        raise ConnectionDropped(seconds=self.seconds)


@dataclass(frozen=True, kw_only=True)
class HistoryLags(Fault):
    """The history of a channel leaves out messages that are younger than these seconds."""

    only: ClassVar[frozenset[str]] = frozenset({"conversations.history", "conversations.replies"})
    seconds: float = 10.0

    def shown(self, answer: Json, *, now: datetime) -> Json:
        """The answer without them."""
        newest = (now.timestamp() - self.seconds) * 1_000_000
        return {**answer, "messages": [each for each in answer["messages"] if microseconds(each["ts"]) <= newest]}
