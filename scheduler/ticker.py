"""Rings every few seconds, by monotonic time. What is due, and what was sent, are rows: nothing is stored here."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.schedulers.background import BackgroundScheduler

from bot.runtime.metrics import Metrics
from bot.usecases.context import Context
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.due import Tick, TickResult

_log = logging.getLogger("candour.clock")
_A_HUNDRED_YEARS = 36_525


class Ticker:
    """Rings every `seconds`: serves what is due, and settles deliveries in doubt.

    APScheduler runs the jobs, one of each at a time. It would count their times by the wall clock: set back an hour,
    it would rest for that hour; set ahead a year, it would list all the times of that year. So the rhythm is kept
    by a thread that waits in monotonic time: at each beat it tells APScheduler to run each job now. By itself
    APScheduler would run them once in a hundred years. They are never taken out, because that fails while it stops.
    """

    def __init__(self, context: Context, workers: DeliveryWorkers, metrics: Metrics, *, seconds: float) -> None:
        self._seconds = seconds
        self._jobs = {
            "due": _measured(Tick(context), metrics),
            "doubtful": workers.reconciler.settle,
        }
        self._scheduler = BackgroundScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self._stopping = threading.Event()
        self._rhythm = threading.Thread(target=self._beat)

    def start(self) -> None:
        for name, job in self._jobs.items():
            self._scheduler.add_job(_with_failures_logged, "interval", days=_A_HUNDRED_YEARS, args=[job], id=name)
        self._scheduler.start()
        self._rhythm.start()

    def stop(self) -> None:
        """Finish the tick that is under way."""
        self._stopping.set()
        self._rhythm.join()
        self._scheduler.shutdown(wait=True)

    def _beat(self) -> None:
        while not self._stopping.wait(self._seconds):
            now = datetime.now(UTC)
            for name in self._jobs:
                # Also if it still waits: its time may lie ahead of a clock that was set back meanwhile.
                self._scheduler.modify_job(name, next_run_time=now)


def _with_failures_logged(job: Callable[[], object]) -> None:
    """A failure is logged by its type only, and the next tick tries again."""
    try:
        job()
    except Exception as error:  # noqa: BLE001 - the clock must go on ticking
        _log.error("a tick failed: %(error)s", {"error": type(error).__name__})


def _measured(tick: Callable[[], TickResult], metrics: Metrics) -> Callable[[], None]:
    def run() -> None:
        begun, done = time.monotonic(), False
        try:
            done = not tick().failed
        finally:
            metrics.ticked(time.monotonic() - begun, done=done)

    return run
