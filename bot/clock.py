"""The clocks of the program. Nothing else reads the time."""

import json
import logging
import threading
import urllib.request
from datetime import UTC, datetime, timedelta

_log = logging.getLogger("candour.clock")
_ASK_EVERY = 0.5
_ANSWER_WITHIN = 2.0


class SystemClock:
    """The machine's own time, for business and for everything else."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def elapsed(self) -> datetime:
        return datetime.now(UTC)

    def stop(self) -> None:
        """Nothing is running."""


class SandboxClock(SystemClock):
    """Business time as the sandbox's page has moved it. The settings refuse it away from loopback."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._ahead = timedelta()
        self._stopping = threading.Event()
        self._ask()
        self._thread = threading.Thread(target=self._keep_asking)
        self._thread.start()

    def now(self) -> datetime:
        return super().now() + self._ahead

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _keep_asking(self) -> None:
        while not self._stopping.wait(_ASK_EVERY):
            self._ask()

    def _ask(self) -> None:
        try:
            with urllib.request.urlopen(self._url, timeout=_ANSWER_WITHIN) as answer:  # noqa: S310 - on loopback
                self._ahead = timedelta(seconds=json.load(answer)["offset_seconds"])
        except (OSError, ValueError, KeyError) as error:
            _log.warning("the sandbox did not tell its time: %s", type(error).__name__)
