"""The clocks of the program. Nothing else reads the time."""

import json
import logging
import threading
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

_log = logging.getLogger("candour.clock")
_ASK_EVERY = 0.5
_ASK_DATABASE_EVERY = 30.0
_ANSWER_WITHIN = 2.0


class Clock(Protocol):
    """Business time, the time for leases, and an end."""

    def now(self) -> datetime: ...

    def elapsed(self) -> datetime: ...

    def stop(self) -> None: ...


class SystemClock:
    """The machine's own time. What has elapsed is counted from the start, whatever is done to the clock meanwhile."""

    def __init__(self) -> None:
        self._started = datetime.now(UTC), time.monotonic()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def elapsed(self) -> datetime:
        started, at = self._started
        return started + timedelta(seconds=time.monotonic() - at)

    def stop(self) -> None:
        """Nothing is running."""


class DatabaseClock:
    """The time that all replicas share, whatever their own machines say.

    It is asked for now and then, and counted on in between: a form opens although the database does not answer.
    """

    def __init__(self, ask: Callable[[], datetime]) -> None:
        self._asked = ask
        self._told = ask(), time.monotonic()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep_asking)
        self._thread.start()

    def now(self) -> datetime:
        told, at = self._told
        return told + timedelta(seconds=time.monotonic() - at)

    def elapsed(self) -> datetime:
        return self.now()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _keep_asking(self) -> None:
        while not self._stopping.wait(_ASK_DATABASE_EVERY):
            try:
                self._told = self._asked(), time.monotonic()
            except Exception as error:  # noqa: BLE001 - whatever it was, the time goes on
                _log.warning("the database did not tell its time: %(error)s", {"error": type(error).__name__})


class SandboxClock:
    """Business time as the sandbox's page has moved it. The settings refuse it away from loopback."""

    def __init__(self, url: str, beneath: Clock) -> None:
        self._url = url
        self._beneath = beneath
        self._ahead = timedelta()
        self._stopping = threading.Event()
        self._ask()
        self._thread = threading.Thread(target=self._keep_asking)
        self._thread.start()

    def now(self) -> datetime:
        return self._beneath.now() + self._ahead

    def elapsed(self) -> datetime:
        return self._beneath.elapsed()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()
        self._beneath.stop()

    def _keep_asking(self) -> None:
        while not self._stopping.wait(_ASK_EVERY):
            self._ask()

    def _ask(self) -> None:
        try:
            with urllib.request.urlopen(self._url, timeout=_ANSWER_WITHIN) as answer:  # noqa: S310 - on loopback
                self._ahead = timedelta(seconds=json.load(answer)["offset_seconds"])
        except (OSError, ValueError, KeyError) as error:
            _log.warning("the sandbox did not tell its time: %(error)s", {"error": type(error).__name__})
