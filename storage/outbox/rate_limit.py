"""When the next message may leave: one row, locked by whoever books a slot, so that all replicas share one limit."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.engine.transactions import Transaction, table
from storage.outbox.priority import Priority
from storage.tables.outbox import OutboxRow, RateLimitRow

RECIPIENT_GAP = timedelta(seconds=1)
"""Slack documents one message a second for each channel."""
FARTHEST_SLOT = timedelta(seconds=30)
"""No slot is booked further ahead, and no pause keeps an urgent message waiting for longer."""
LONGEST_PAUSE = timedelta(minutes=10)
"""No pause keeps other messages waiting for longer. A time further ahead was written while the clock was ahead."""
_RESERVED = 0.2
"""The share of the workspace's rate that only urgent messages may use. While none waits, it is lent to the others."""
_SPARE = 0.02
"""The share that is never lent: Slack counts when messages arrive, and not all are equally long on their way."""

_ROW, _OUTBOX = table(RateLimitRow), table(OutboxRow)
_URGENT_WAITS = sa.exists().where(
    # Literal, or the partial index is not used.
    sa.text("outbox.state = 'ready'"),
    _OUTBOX.c.urgent,
    _OUTBOX.c.not_before <= sa.bindparam("now"),
)
_LOCKED = sa.select(_ROW.c.next_at, _ROW.c.next_normal_at, _URGENT_WAITS).with_for_update(of=_ROW)
_MOVE = sa.update(_ROW).values(next_at=sa.bindparam("at"), next_normal_at=sa.bindparam("normal_at"))


@dataclass(frozen=True)
class RateLimit:
    """How far apart messages leave: in the whole workspace, and to one recipient."""

    gap: timedelta
    recipient_gap: timedelta = RECIPIENT_GAP

    @property
    def normal_gap(self) -> timedelta:
        """Between messages that are not urgent, while no urgent one waits."""
        return self.gap / (1 - _SPARE)

    @property
    def normal_gap_while_urgent_waits(self) -> timedelta:
        return self.gap / (1 - _RESERVED)


@dataclass(frozen=True)
class Slot:
    """When a message may leave, and the row as it was before the slot is booked."""

    at: datetime
    priority: Priority
    urgent_waits: bool
    next_at: datetime
    next_normal_at: datetime


def next_slot(transaction: Transaction, *, priority: Priority, limit: RateLimit, now: datetime) -> Slot:
    """When the next message may leave. Nobody else gets a slot until this transaction ends."""
    next_at, next_normal_at, urgent_waits = _locked(transaction, now, farthest=FARTHEST_SLOT + limit.gap)
    at = max(now, next_at) if priority is Priority.URGENT else max(now, next_at, next_normal_at)
    return Slot(at, priority, urgent_waits, next_at, next_normal_at)


def book_slot(transaction: Transaction, slot: Slot, limit: RateLimit, *, now: datetime) -> None:
    """Take the slot that `next_slot` returned in this transaction. The other messages leave after it."""
    normal_gap = limit.normal_gap_while_urgent_waits if slot.urgent_waits else limit.normal_gap
    # Normal messages never delay urgent ones: only this slot is taken, not the normal queue's wait.
    next_at = max(now, slot.next_at) + limit.gap
    _move(transaction, next_at, slot.next_normal_at if slot.priority is Priority.URGENT else slot.at + normal_gap)


def pause(transaction: Transaction, *, until: datetime, now: datetime) -> None:
    """Slack asked for a pause. It does not say whether it means the channel or the workspace, so all wait."""
    next_at, _, _ = _locked(transaction, now, farthest=LONGEST_PAUSE)
    _move(
        transaction,
        max(next_at, min(until, now + FARTHEST_SLOT)),
        max(next_at, min(until, now + LONGEST_PAUSE)),
    )


def _locked(transaction: Transaction, now: datetime, *, farthest: timedelta) -> tuple[datetime, datetime, bool]:
    """The row, with times that the program does not write itself taken as now."""
    row = transaction.core.execute(_LOCKED, {"now": now}).first()
    if row is None:
        transaction.insert_once(RateLimitRow(next_at=now, next_normal_at=now))
        row = transaction.core.execute(_LOCKED, {"now": now}).one()
    next_at = row[0] if row[0] - now <= farthest else now
    next_normal_at = row[1] if row[1] - now <= LONGEST_PAUSE + farthest else now
    return next_at, next_normal_at, bool(row[2])


def _move(transaction: Transaction, next_at: datetime, next_normal_at: datetime) -> None:
    transaction.core.execute(_MOVE, {"at": next_at, "normal_at": next_normal_at})
