"""Limits how many threads do something at once, and lets them in in the order in which they asked."""

import threading
from collections import deque


class FairSemaphore:
    """At most `places` threads at once, first come, first served.

    SQLite lets waiting writers try again at random, so that some wait for seconds. Here the first in the queue is
    next.
    """

    def __init__(self, places: int) -> None:
        self._guard = threading.Lock()
        self._free = places
        self._queue: deque[threading.Event] = deque()

    def acquire(self, timeout: float) -> bool:
        """Wait for a place; False if none became free within `timeout` seconds."""
        with self._guard:
            if self._free:
                self._free -= 1
                return True
            turn = threading.Event()
            self._queue.append(turn)
        if turn.wait(timeout):
            return True
        with self._guard:
            if turn.is_set():  # It came while we gave up.
                return True
            self._queue.remove(turn)
        return False

    def release(self) -> None:
        """Give the place to the first in the queue."""
        with self._guard:
            if self._queue:
                self._queue.popleft().set()
            else:
                self._free += 1
