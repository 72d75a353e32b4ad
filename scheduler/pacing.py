"""Not faster than Slack allows: a rate for the workspace, one message a second for each channel, and its pauses."""

import threading
import time

LANE_SECONDS = 1.0
"""Slack documents one message a second for each channel."""
_RESERVED = 0.2
"""The share of the workspace's rate that only urgent messages may use."""


class Pacer:
    """Hands out turns to send. Elapsed time only."""

    def __init__(self, *, per_minute: float, stopping: threading.Event) -> None:
        self._gap = 60 / per_minute
        self._normal_gap = self._gap / (1 - _RESERVED)
        self._stopping = stopping
        self._guard = threading.Lock()
        self._next = self._next_normal = 0.0
        self._lanes: dict[bytes, float] = {}

    def busy_lanes(self) -> frozenset[bytes]:
        """The lanes that had a message less than a second ago, or are paused."""
        now = time.monotonic()
        with self._guard:
            self._lanes = {lane: free for lane, free in self._lanes.items() if free > now}
            return frozenset(self._lanes)

    def wait(self, lane: bytes, *, urgent: bool, at_most: float) -> float | None:
        """Wait for a turn in the workspace's rate, keep the lane to it, and return None.

        If it is further off than `at_most` seconds, or the program is stopping: in how many seconds to ask again.
        """
        with self._guard:
            now = time.monotonic()
            turn = max(now, self._next) if urgent else max(now, self._next, self._next_normal)
            if turn - now > at_most:
                return turn - now
            self._next = max(now, self._next) + self._gap
            if not urgent:
                self._next_normal = turn + self._normal_gap
            self._lanes[lane] = turn + LANE_SECONDS
        return 0.0 if self._stopping.wait(turn - now) else None

    def pause(self, lane: bytes, seconds: float) -> None:
        """Slack asked for a pause. It does not say whether it means the channel or the workspace, so both wait."""
        with self._guard:
            until = time.monotonic() + seconds
            self._next = self._next_normal = max(self._next, until)
            self._lanes[lane] = max(self._lanes.get(lane, 0.0), until)
