"""What machines ask a running bot: does it live, is it ready, and its numbers. Nothing here tells of a person."""

import logging
import math
from dataclasses import dataclass
from http import HTTPStatus

from anyio import CapacityLimiter, move_on_after, to_thread
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.runtime.metrics import Heartbeat, Metrics
from bot.usecases.context import Context
from bot.usecases.operations import monitoring
from bot.usecases.operations.monitoring import Snapshot

_log = logging.getLogger("candour.health")
_WORKERS = {
    Heartbeat.TICK: "The clock",
    Heartbeat.DANGER: "The delivery of messages about danger",
    Heartbeat.DELIVERY: "The delivery of other messages",
}


@dataclass(frozen=True)
class Limits:
    """In seconds: how long each may take before something is wrong."""

    due: float
    """Since a tick did all that was due."""
    stuck: float = 300.0
    """Since a worker came round. One message may take two minutes, while Slack and the database both hang."""
    danger: float = 120.0
    """Since a message about danger could leave."""
    look: float = 3.0
    """Until the database has answered."""


class Health:
    """Answers for one bot."""

    def __init__(self, context: Context, metrics: Metrics, *, limits: Limits) -> None:
        self._context = context
        self._metrics = metrics
        self._limits = limits
        self._one = CapacityLimiter(1)  # A look that hangs is not followed by a second one.

    def routes(self) -> list[Route]:
        return [
            Route("/healthz", self.alive),
            Route("/readyz", self.ready),
            Route("/metrics", self.numbers),
        ]

    async def alive(self, _request: Request) -> Response:
        """200 while the process works; 503 if it should be restarted."""
        return _answer(self._stuck())

    async def ready(self, _request: Request) -> Response:
        """200 while it does all of its work; 503 with what is wrong."""
        snapshot = await self._snapshot()
        return _answer([*self._stuck(), *self._late(), *self._wrong_in(snapshot)])

    async def numbers(self, _request: Request) -> Response:
        """For Prometheus. Without the database's numbers, if it does not answer in time."""
        return Response(self._metrics.page(await self._snapshot()), media_type=CONTENT_TYPE_LATEST)

    async def _snapshot(self) -> Snapshot | None:
        with move_on_after(self._limits.look):
            return await to_thread.run_sync(self._try_snapshot, abandon_on_cancel=True, limiter=self._one)
        return None

    def _try_snapshot(self) -> Snapshot | None:
        try:
            return monitoring.take_snapshot(self._context)
        except Exception as error:  # noqa: BLE001 - whatever it was, the rest is told all the same
            _log.warning("the database did not answer monitoring: %(error)s", {"error": type(error).__name__})
            return None

    def _stuck(self) -> list[str]:
        ages = {worker: self._metrics.age(part) for part, worker in _WORKERS.items()}
        return [
            f"{worker} has not come round for {age:.0f} seconds."
            for worker, age in ages.items()
            if age > self._limits.stuck
        ]

    def _late(self) -> list[str]:
        due = self._metrics.age(Heartbeat.DUE)
        late = [f"Nothing that was due was done for {due:.0f} seconds."] if due > self._limits.due else []
        if self._metrics.connected():
            return late
        silence = self._metrics.socket_silence()
        return [*late, f"The socket to Slack is not connected. It was last heard {silence:.0f} seconds ago."]

    def _wrong_in(self, snapshot: Snapshot | None) -> list[str]:
        if snapshot is None:
            return ["The database does not answer."]
        wrong = [] if snapshot.current else ["The database is of another version than this program."]
        if not snapshot.writable:
            wrong.append("Nothing can be saved: the database takes no write.")
        if math.isinf(snapshot.danger_waits):
            wrong.append("A message about danger was queued at a time still to come. The clock was wrong.")
        elif snapshot.danger_waits > self._limits.danger:
            wrong.append(f"A message about danger has waited for {snapshot.danger_waits:.0f} seconds.")
        return wrong


def _answer(wrong: list[str]) -> Response:
    return JSONResponse(wrong, HTTPStatus.SERVICE_UNAVAILABLE if wrong else HTTPStatus.OK)
