"""Who may write next, where only one may."""

import threading
from collections import deque


class FairLock:
    """A lock that is taken in the order of asking. SQLite's own waiting starves: some wait for seconds."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Event] = deque()

    def take(self, seconds: float) -> bool:
        """Wait for a turn; False if it did not come within `seconds`. The first of the queue has the turn."""
        turn = threading.Event()
        with self._guard:
            self._queue.append(turn)
            if self._queue[0] is turn:
                return True
        if turn.wait(seconds):
            return True
        with self._guard:
            if turn.is_set():
                return True
            self._queue.remove(turn)
        return False

    def give_back(self) -> None:
        with self._guard:
            self._queue.popleft()
            if self._queue:
                self._queue[0].set()


class NoLock:
    """Everybody may write at once: the rows that are wanted are locked instead."""

    def take(self, _seconds: float) -> bool:
        return True

    def give_back(self) -> None:
        """Nothing was taken."""
