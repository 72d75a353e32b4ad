"""What every kind of due row offers: the tick, the tests and the benchmark know nothing else of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from bot.usecases.context import Context
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage


@dataclass(frozen=True)
class AtOnce:
    """However late, it is sent as soon as it can be."""


@dataclass(frozen=True)
class MarkedLate:
    """It is sent once for all the times that were missed. More than `after` late, it says so."""

    after: timedelta


@dataclass(frozen=True)
class Dropped:
    """More than `after` late, it is not sent: only its next due row is written."""

    after: timedelta


WhenLate = AtOnce | MarkedLate | Dropped


@dataclass(frozen=True)
class DueResult:
    """The messages to queue, and the due rows that follow. A served row that does not follow is removed.

    Messages that stand in Slack and show one of `changed` are redrawn afterwards.
    """

    messages: Sequence[OutboxMessage] = ()
    following: Collection[DueTime] = ()
    changed: Collection[UUID] = ()


class DueKind(Protocol):
    """One kind of what comes by itself. A module offers this, as the files in `scheduler.posts` offer a message.

    `WHAT` says in plain words what comes to a subject. `FURTHEST` is how far ahead a row is written at most: one
    that is further ahead was written while the clock was ahead, and is due now.
    """

    KIND: str
    WHAT: str
    FURTHEST: timedelta
    WHEN_LATE: WhenLate

    def serve(
        self, transaction: Transaction, context: Context, rows: Sequence[DueTime], /, *, now: datetime
    ) -> DueResult:
        """What is to be sent for these rows, as things stand now, and when each comes again."""

    def standing(self, transaction: Transaction, context: Context, /, *, now: datetime) -> Collection[DueTime] | None:
        """All rows of this kind, if they follow from the service itself; None if use cases write them."""
