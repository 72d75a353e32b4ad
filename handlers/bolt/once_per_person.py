"""What is said to a person once in a while, however often they ask for it."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

ONCE_IN = 600.0
"""Seconds. Who writes several lines is answered once."""
_REMEMBERED = 10_000


class OncePerPerson:
    """Who was answered lately. In memory: a replica that does not know answers once more, which harms nobody."""

    def __init__(self, *, seconds: float = ONCE_IN, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._elapsed = elapsed
        self._answered: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, person: str) -> bool:
        """Whether this person is to be answered now; the next ones within the time are not."""
        now = self._elapsed()
        with self._lock:
            last = self._answered.get(person)
            if last is not None and now - last < self._seconds:
                return False
            self._answered[person] = now
            self._answered.move_to_end(person)
            if len(self._answered) > _REMEMBERED:
                self._answered.popitem(last=False)
            return True

    def give_back(self, person: str) -> None:
        """The answer did not leave."""
        with self._lock:
            self._answered.pop(person, None)
