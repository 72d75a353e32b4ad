"""The ticker rings on, whatever is done to the machine's clock."""

import threading
import tracemalloc
from datetime import UTC, datetime, timedelta
from functools import partial

import apscheduler.schedulers.base
import apscheduler.triggers.interval
import pytest

from bot.runtime.metrics import Heartbeat, Metrics
from scheduler import ticker
from scheduler.due import TickResult
from scheduler.ticker import Ticker

SECONDS = 0.02
LONG = 20
"""Seconds after which a test gives up waiting."""
JUMPS = [timedelta(hours=-1), timedelta(days=-9), timedelta(days=40), timedelta(days=365 * 50)]


class Wall:
    """The machine's clock, as APScheduler reads it."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self, zone=UTC) -> datetime:
        return datetime.now(zone) + self.ahead


class Work:
    """What the ticker is to do. Counts how often it was done, and can fail or take long."""

    def __init__(self) -> None:
        self.rang = threading.Semaphore(0)
        self.free = threading.Event()
        self.free.set()
        self.fails = False
        self.at_work = 0
        self.most_at_work = 0

    def __call__(self) -> TickResult:
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        self.rang.release()
        self.free.wait(LONG)
        self.at_work -= 1
        if self.fails:
            raise RuntimeError
        return TickResult(0)

    def rings(self, times: int) -> bool:
        """Whether it rings so many times more."""
        return all(self.rang.acquire(timeout=LONG) for _ in range(times))


class Deliveries:
    """Stands in for the delivery workers: only their look for doubtful messages is asked for."""

    def __init__(self) -> None:
        self.reconciler = self
        self.looked = threading.Semaphore(0)

    def settle(self) -> None:
        self.looked.release()
        raise ConnectionError


@pytest.fixture
def wall(monkeypatch) -> Wall:
    wall = Wall()
    for module in (apscheduler.schedulers.base, apscheduler.triggers.interval, ticker):
        monkeypatch.setattr(module, "datetime", type("Shifted", (datetime,), {"now": staticmethod(wall.now)}))
    return wall


@pytest.fixture
def work(monkeypatch) -> Work:
    work = Work()
    monkeypatch.setattr(ticker, "Tick", lambda _context: work)
    return work


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(forms=(), kinds=())


@pytest.fixture
def deliveries() -> Deliveries:
    return Deliveries()


@pytest.fixture
def ringing(wall, work, metrics, deliveries):
    ringing = Ticker(None, deliveries, metrics, seconds=SECONDS)  # type: ignore[arg-type]  # `Tick` is replaced.
    ringing.start()
    yield ringing
    work.free.set()
    ringing.stop()


@pytest.mark.parametrize("jump", JUMPS)
def test_it_rings_on_after_any_jump_of_the_clock(ringing, wall, work, jump):
    assert work.rings(3)
    wall.ahead += jump
    assert work.rings(5)
    wall.ahead -= jump
    assert work.rings(5)


def test_a_clock_that_is_set_again_and_again_stops_nothing(ringing, wall, work):
    for number in range(20):
        wall.ahead += (-1) ** number * number * timedelta(days=1)
        assert work.rings(1)


def test_memory_stays_flat_when_the_clock_jumps_by_decades(ringing, wall, work):
    assert work.rings(3)
    tracemalloc.start()
    try:
        for _ in range(3):
            wall.ahead += timedelta(days=365 * 50)
            assert work.rings(2)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_tick_that_takes_long_is_not_joined_by_another(ringing, work, deliveries):
    work.free.clear()
    assert work.rings(1)
    assert all(deliveries.looked.acquire(timeout=LONG) for _ in range(5))  # It rings all the while.
    work.free.set()
    assert work.rings(3)
    assert work.most_at_work == 1


def test_a_failure_ends_neither_the_ticks_nor_the_look_for_doubts(ringing, work, metrics, deliveries):
    work.fails = True
    assert work.rings(3)
    assert all(deliveries.looked.acquire(timeout=LONG) for _ in range(3))
    assert metrics.age(Heartbeat.TICK) < metrics.age(Heartbeat.DUE)


def test_a_tick_that_served_not_every_kind_beats_but_is_not_done(metrics):
    results = TickResult(0, ["nudge"]), TickResult(0, [])
    for result in results:
        before, failed = metrics.age(Heartbeat.DUE), result.failed
        ticker._measured(partial(_given, result), metrics)()  # noqa: SLF001 - its only rule
        assert (metrics.age(Heartbeat.DUE) < before) is not bool(failed)


def _given(result: TickResult) -> TickResult:
    return result
