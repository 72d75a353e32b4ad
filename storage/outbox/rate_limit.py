"""When the next message may leave: one row, held by whoever takes a turn, so that all replicas share one pace."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.engine.transactions import Transaction, table
from storage.tables.outbox import OutboxRow, PaceRow

LANE_GAP = timedelta(seconds=1)
"""Slack documents one message a second for each channel."""
LONGEST_PAUSE = timedelta(minutes=10)
"""What is further off than this is not Slack's wish: the machine's clock was put back."""
_RESERVED = 0.2
"""The share of the workspace's rate that only urgent messages may use. While none waits, it is lent to the others."""
_SPARE = 0.02
"""The share that is never lent: Slack counts when messages arrive, and not all are equally long on their way."""

_PACE, _OUTBOX = table(PaceRow), table(OutboxRow)
_DANGER_WAITS = sa.exists().where(
    # Literal, or the partial index is not used.
    sa.text("outbox.state = 'ready'"),
    _OUTBOX.c.urgent,
    _OUTBOX.c.not_before <= sa.bindparam("now"),
)
_HELD = sa.select(_PACE.c.next_at, _PACE.c.next_calm_at, _DANGER_WAITS).with_for_update(of=_PACE)
_MOVE = sa.update(_PACE).values(next_at=sa.bindparam("at"), next_calm_at=sa.bindparam("calm_at"))


@dataclass(frozen=True)
class Pace:
    """How far apart messages leave: in the whole workspace, and in one lane."""

    gap: timedelta
    lane_gap: timedelta = LANE_GAP

    @property
    def calm_gap(self) -> timedelta:
        """Between messages that are not urgent, while no urgent one waits."""
        return self.gap / (1 - _SPARE)

    @property
    def calm_gap_in_danger(self) -> timedelta:
        """The same, while an urgent one waits."""
        return self.gap / (1 - _RESERVED)


@dataclass(frozen=True)
class Turn:
    """When a message may leave, and how the pace stands before it does."""

    at: datetime
    urgent: bool
    danger_waits: bool
    next_at: datetime
    next_calm_at: datetime


def next_turn(transaction: Transaction, *, urgent: bool, now: datetime) -> Turn:
    """When the next message may leave. Nobody else is told of a turn until this transaction ends."""
    next_at, next_calm_at, danger_waits = _held(transaction, now)
    at = max(now, next_at) if urgent else max(now, next_at, next_calm_at)
    return Turn(at, urgent, danger_waits, next_at, next_calm_at)


def take_turn(transaction: Transaction, turn: Turn, pace: Pace, *, now: datetime) -> None:
    """A message leaves at the turn that `next_turn` told in this transaction. The others leave after it."""
    calm_gap = pace.calm_gap_in_danger if turn.danger_waits else pace.calm_gap
    # A calm message that must wait longer than an urgent one would does not make urgent ones wait for it.
    next_at = max(now, turn.next_at) + pace.gap
    _move(transaction, next_at, turn.next_calm_at if turn.urgent else turn.at + calm_gap)


def pause(transaction: Transaction, *, until: datetime, now: datetime) -> None:
    """Slack asked for a pause. It does not say whether it means the channel or the workspace, so all wait."""
    next_at, _, _ = _held(transaction, now)
    _move(transaction, max(next_at, until), max(next_at, until))


def _held(transaction: Transaction, now: datetime) -> tuple[datetime, datetime, bool]:
    row = transaction.core.execute(_HELD, {"now": now}).first()
    if row is None:
        transaction.insert_once(PaceRow(next_at=now, next_calm_at=now))
        row = transaction.core.execute(_HELD, {"now": now}).one()
    next_at, next_calm_at = (moment if moment - now <= LONGEST_PAUSE else now for moment in row[:2])
    return next_at, next_calm_at, bool(row[2])


def _move(transaction: Transaction, next_at: datetime, next_calm_at: datetime) -> None:
    transaction.core.execute(_MOVE, {"at": next_at, "calm_at": next_calm_at})
