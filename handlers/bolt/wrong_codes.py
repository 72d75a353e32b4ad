"""Wrong claim codes slow everybody's codes down, for a while and in total. They block nobody, and name nobody."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

LONGEST = 40.0
"""Seconds that a code waits at most."""
FREE = 3
"""Wrong codes within `WINDOW` that slow nothing down: people mistype."""
WINDOW = 600.0
SHOWN = 24 * 3600.0
"""Seconds for which wrong codes are counted for the safety lead."""
_MOST = 100_000
_log = logging.getLogger("candour.wrong_codes")
Later = Callable[[float, Callable[[], None]], None]


def on_a_timer(seconds: float, work: Callable[[], None]) -> None:
    """After that time, on a thread of its own: listeners must not wait."""
    timer = threading.Timer(seconds, work)
    timer.daemon = True
    timer.start()


class WrongCodes:
    """In memory: each replica counts its own, and a restart forgets them."""

    def __init__(self, *, elapsed: Callable[[], float] = time.monotonic, later: Later = on_a_timer) -> None:
        self._elapsed = elapsed
        self._later = later
        self._at: deque[float] = deque(maxlen=_MOST)
        self._lock = threading.Lock()

    def note(self) -> None:
        """A code was wrong."""
        with self._lock:
            self._at.append(self._elapsed())

    @property
    def count(self) -> int:
        """How many were wrong in the last day."""
        return self._since(SHOWN)

    @property
    def delay(self) -> float:
        """Seconds that a code waits now, right or wrong: it doubles with each wrong one."""
        over = self._since(WINDOW) - FREE
        return min(LONGEST, 2.0 ** min(over, 10) / 2) if over > 0 else 0.0

    def slowed(self, work: Callable[[], None]) -> None:
        """Do this once it is its turn."""
        seconds = self.delay
        if seconds:
            self._later(seconds, _carefully(work))
        else:
            work()

    def _since(self, seconds: float) -> int:
        with self._lock:
            after = self._elapsed() - seconds
            return sum(at > after for at in self._at)


def _carefully(work: Callable[[], None]) -> Callable[[], None]:
    def done() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - nobody waits for this thread: the log is where it shows
            _log.error("a claim code was not answered: %(error)s", {"error": type(error).__name__})

    return done
