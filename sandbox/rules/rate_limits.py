"""How often a bot may call: Slack's tiers, one message a second in a channel, and a ceiling for the workspace."""

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sandbox.records import Json
from sandbox.refusals import RateLimited

MINUTE = 60.0
POSTING = "chat.postMessage"
TIERS: Mapping[int, int] = {1: 1, 2: 20, 3: 50, 4: 100}
"""Calls a minute for each method. Source: docs.slack.dev/apis/web-api/rate-limits."""
TIER_OF: Mapping[str, int | None] = {
    "apps.connections.open": 3,
    "auth.test": None,
    "chat.postEphemeral": 4,
    POSTING: None,
    "chat.update": 3,
    "conversations.history": 3,
    "conversations.info": 3,
    "conversations.join": 3,
    "conversations.members": 4,
    "conversations.open": 3,
    "conversations.replies": 3,
    "dnd.info": 3,
    "dnd.teamInfo": 2,
    "files.completeUploadExternal": 4,
    "files.delete": 3,
    "files.getUploadURLExternal": 4,
    "users.info": 4,
    "views.open": 4,
    "views.publish": 4,
    "views.push": 4,
    "views.update": 4,
}
"""None is a limit of its own kind. Source: the method pages, as slack-ruby/slack-api-ref kept them in August 2026."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What is allowed. The workspace's ceiling is ours: Slack says only "several hundred messages a minute"."""

    messages_a_second: float = 1.0
    burst: int = 5
    workspace_a_minute: int = 300
    tiers: Mapping[int, int] = field(default_factory=lambda: TIERS)
    compression: float = 1.0
    """How many of Slack's seconds pass in one real second."""


class Bucket:
    """So many at once, and then so many a second."""

    def __init__(self, *, size: float, a_second: float) -> None:
        """Full."""
        self.size, self.a_second = size, a_second
        self.left, self.at = size, 0.0

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed."""
        self.left = min(self.size, self.left + (now - self.at) * self.a_second)
        self.at = now
        return max(0.0, (1 - self.left) / self.a_second)

    def count(self, now: float) -> None:  # noqa: ARG002 - as Window counts
        """One went through."""
        self.left -= 1


class Window:
    """So many in any minute."""

    def __init__(self, *, most: int) -> None:
        """Nothing went through yet."""
        self.most = most
        self.passed: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed."""
        while self.passed and self.passed[0] <= now - MINUTE:
            self.passed.popleft()
        return 0.0 if len(self.passed) < self.most else self.passed[0] + MINUTE - now

    def count(self, now: float) -> None:
        """One went through."""
        self.passed.append(now)


class Meter:
    """Counts calls in elapsed time. The business clock has nothing to do with it."""

    def __init__(self, *, seconds: Callable[[], float] = time.monotonic) -> None:
        """`seconds` is the elapsed time."""
        self._seconds = seconds
        self._lock = threading.Lock()
        self._limits: Limits | None = None
        self._gates: dict[str, Bucket | Window] = {}

    def check(self, limits: Limits, method: str, *, arguments: Json) -> None:
        """Count one call, or raise RateLimited. A refused call is not counted."""
        with self._lock:
            self._take(limits)
            now = self._seconds() * limits.compression
            gates = list(self._found(limits, method, arguments))
            wait = max((gate.wait(now) for gate in gates), default=0.0)
            if wait > 0:
                raise RateLimited(max(1, math.ceil(wait / limits.compression)))
            for gate in gates:
                gate.count(now)

    def _take(self, limits: Limits) -> None:
        if limits is not self._limits:
            self._limits, self._gates = limits, {}

    def _found(self, limits: Limits, method: str, arguments: Json) -> Iterator[Bucket | Window]:
        tier = TIER_OF.get(method)
        if tier:
            yield self._gates.setdefault(method, Window(most=limits.tiers[tier]))
        if method == POSTING:
            place = str(arguments.get("channel"))[1:]  # A person's id and that of their direct message: U…, D…
            yield self._gates.setdefault(place, Bucket(size=limits.burst, a_second=limits.messages_a_second))
            yield self._gates.setdefault(method, Window(most=limits.workspace_a_minute))
