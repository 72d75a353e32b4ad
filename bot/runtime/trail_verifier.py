"""Proves the audit trail while the bot runs: at the start, and then each hour."""

import logging
import threading

from bot.runtime.metrics import Metrics
from bot.usecases.context import Context
from bot.usecases.operations import trail

_log = logging.getLogger("candour.trail")
INTERVAL_SECONDS = 3600.0


class TrailVerifier:
    """Has a thread of its own, from `start` to `stop`: a long trail takes seconds."""

    def __init__(self, context: Context, metrics: Metrics) -> None:
        self._context = context
        self._metrics = metrics
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._verify()
            self._stopping.wait(INTERVAL_SECONDS)

    def _verify(self) -> None:
        try:
            broken = trail.broken_trail(self._context.database)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again
            _log.warning("the audit trail could not be read: %(error)s", {"error": type(error).__name__})
            return
        self._metrics.trail_verified(intact=broken is None)
        if broken:
            _log.error("the audit trail does not fit together; audit verify says where")
