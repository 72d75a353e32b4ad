"""The clocks of the program: each is a `Clock`. Nothing else reads the time."""

import json
import logging
import threading
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.usecases.context import Clock

_log = logging.getLogger("candour.clock")
_READ_SANDBOX_EVERY = 0.5
_READ_DATABASE_EVERY = 30.0
_ANSWER_WITHIN = 2.0


class SystemClock:
    """The machine's own time. `elapsed` counts from the start in monotonic time, since a clock may be set."""

    def __init__(self) -> None:
        self._started = datetime.now(UTC), time.monotonic()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def elapsed(self) -> datetime:
        started, at = self._started
        return started + timedelta(seconds=time.monotonic() - at)


class DatabaseClock:
    """The time that all replicas share, whatever their own machines say.

    It is read now and then and counted on in between, so that a form opens although the database does not answer.
    """

    def __init__(self, read: Callable[[], datetime]) -> None:
        self._read = read
        self._last_read = read(), time.monotonic()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep_reading)
        self._thread.start()

    def now(self) -> datetime:
        moment, at = self._last_read
        return moment + timedelta(seconds=time.monotonic() - at)

    def elapsed(self) -> datetime:
        return self.now()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _keep_reading(self) -> None:
        while not self._stopping.wait(_READ_DATABASE_EVERY):
            try:
                self._last_read = self._read(), time.monotonic()
            except Exception as error:  # noqa: BLE001 - whatever it was, the time goes on
                _log.warning("the database did not tell its time: %(error)s", {"error": type(error).__name__})


class SandboxClock:
    """Business time as the sandbox's page has moved it. The settings refuse it away from loopback."""

    def __init__(self, url: str, beneath: Clock) -> None:
        self._url = url
        self._beneath = beneath
        self._ahead = timedelta()
        self._stopping = threading.Event()
        self._read_offset()
        self._thread = threading.Thread(target=self._keep_reading)
        self._thread.start()

    def now(self) -> datetime:
        return self._beneath.now() + self._ahead

    def elapsed(self) -> datetime:
        return self._beneath.elapsed()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _keep_reading(self) -> None:
        while not self._stopping.wait(_READ_SANDBOX_EVERY):
            self._read_offset()

    def _read_offset(self) -> None:
        try:
            with urllib.request.urlopen(self._url, timeout=_ANSWER_WITHIN) as answer:  # noqa: S310 - on loopback
                self._ahead = timedelta(seconds=json.load(answer)["offset_seconds"])
        except (OSError, ValueError, KeyError) as error:
            _log.warning("the sandbox did not tell its time: %(error)s", {"error": type(error).__name__})
