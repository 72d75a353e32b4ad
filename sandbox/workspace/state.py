"""What everything in the workspace stands on: one lock, a version that rises with each change, and the clock."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from sandbox.clock import Clock, Timestamps


class Ground:
    """The lock guards whatever the workspace remembers."""

    def __init__(self) -> None:
        """Nothing has changed yet, and the time is the real one."""
        self.version = 0
        self.changed = threading.Condition(threading.RLock())
        self.clock = Clock(offset=timedelta(), on_change=self._note_change)
        self.timestamps = Timestamps()
        self.savers: list[Callable[[], None]] = []

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the lock; when it goes well, raise the version, save, and wake everyone who waits."""
        with self.changed:
            yield
            self.version += 1
            for save in self.savers:
                save()
            self.changed.notify_all()

    def new_ts(self) -> str:
        """A timestamp that nothing else in the workspace has."""
        return self.timestamps.next(self.clock.actual())

    def _note_change(self) -> None:
        with self.change():
            pass
