"""What every use case is given: the database, the clock, the service as last loaded, and a bell for delivery."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.incidents.unsaved import UnsavedDanger
from bot.domain.service.quiet_hours import QuietHours
from bot.domain.service.service import Service
from storage.engine.transactions import Database

BACKGROUND_SECONDS = 30.0
"""Seconds that a transaction may take while nobody is looking at a screen."""


class Clock(Protocol):
    """Two times. `now` is business time, which the demo may move forward; `elapsed` is the machine's, for leases."""

    def now(self) -> datetime: ...

    def elapsed(self) -> datetime: ...


def _nobody_listens() -> None:
    """Before delivery has started, what is queued waits for its first look."""


def _nobody_redraws(_subjects: Collection[UUID]) -> None:
    """Before the doors are open, or where there are none."""


def _nobody_tells(_danger: UnsavedDanger) -> None:
    """As above."""


def _nobody_asks() -> None:
    """As above."""


@dataclass
class Context:
    """One per program. `service` is replaced as a whole when the tables have another version of it.

    `service_version` is the version that was last read; 0 before the first look. `quiet_hours` is what Slack told
    last of whose notifications are paused. `pages` if each ringing also goes to what rings at night.
    """

    database: Database
    clock: Clock
    service: Service
    wake_delivery: Callable[[], None] = _nobody_listens
    redraw: Callable[[Collection[UUID]], None] = _nobody_redraws
    danger_not_saved: Callable[[UnsavedDanger], None] = _nobody_tells
    report_saved: Callable[[], None] = _nobody_asks
    service_version: int = 0
    pages: bool = False
    quiet_hours: QuietHours = field(default_factory=QuietHours)
