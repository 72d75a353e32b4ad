"""The clock that ticks. APScheduler only rings; what is due, and what was sent, are rows."""

import logging
import time
from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler

from bot.runtime.metrics import Metrics
from bot.usecases.actions import nudges
from bot.usecases.bulletins import queue
from bot.usecases.context import Context
from scheduler.delivery.worker import DeliveryWorkers

_log = logging.getLogger("candour.clock")


class Ticker:
    """Rings every `seconds`: asks the database what is due, and settles deliveries in doubt."""

    def __init__(self, context: Context, workers: DeliveryWorkers, metrics: Metrics, *, seconds: float) -> None:
        # A late tick is as good as one in time, and two at once are never needed.
        self._scheduler = BackgroundScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        for job in (_measured(_carefully(tick(context)), metrics), _carefully(workers.reconciler.settle)):
            self._scheduler.add_job(job, "interval", seconds=seconds)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        """Finish the tick that is under way."""
        self._scheduler.shutdown(wait=True)


def tick(context: Context) -> Callable[[], None]:
    """One look at what is due. A repeated or late one changes nothing."""

    def look() -> None:
        now = context.clock.now()
        nudges.queue_nudges(context, now=now)
        queue.queue_bulletins(context, now=now)

    return look


def _carefully(job: Callable[[], None]) -> Callable[[], bool]:
    """A failure is logged by its type only, and the next tick tries again. It says whether all went well."""

    def run() -> bool:
        try:
            job()
        except Exception as error:  # noqa: BLE001 - the clock must go on ticking
            _log.error("a tick failed: %(error)s", {"error": type(error).__name__})
            return False
        return True

    return run


def _measured(job: Callable[[], bool], metrics: Metrics) -> Callable[[], None]:
    def run() -> None:
        begun = time.monotonic()
        done = job()
        metrics.ticked(time.monotonic() - begun, done=done)

    return run
