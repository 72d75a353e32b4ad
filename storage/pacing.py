"""When the next message may leave: one row, held by whoever takes a turn, so that all replicas share one pace."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import select

from storage.database import Work
from storage.tables import PaceRow

LANE_GAP = timedelta(seconds=1)
"""Slack documents one message a second for each channel."""
LONGEST_PAUSE = timedelta(minutes=10)
"""What is further off than this is not Slack's wish: the machine's clock was put back."""
_RESERVED = 0.2
"""The share of the workspace's rate that only urgent messages may use."""


@dataclass(frozen=True)
class Pace:
    """How far apart messages leave: in the whole workspace, and in one lane."""

    gap: timedelta
    lane_gap: timedelta = LANE_GAP

    @property
    def calm_gap(self) -> timedelta:
        return self.gap / (1 - _RESERVED)


def next_turn(work: Work, *, urgent: bool, now: datetime) -> datetime:
    """When the next message may leave. Nobody else is told of a turn until this transaction ends."""
    row = _held(work, now)
    return max(now, row.next_at) if urgent else max(now, row.next_at, row.next_calm_at)


def take_turn(work: Work, turn: datetime, pace: Pace, *, urgent: bool, now: datetime) -> None:
    """A message leaves at the turn that `next_turn` told in this transaction. The others leave after it."""
    row = work.get_one(PaceRow, 1)
    # A calm message that must wait longer than an urgent one would does not make urgent ones wait for it.
    row.next_at = max(now, row.next_at) + pace.gap
    row.next_calm_at = row.next_calm_at if urgent else turn + pace.calm_gap
    work.add(row)
    work.flush()


def pause(work: Work, *, until: datetime, now: datetime) -> None:
    """Slack asked for a pause. It does not say whether it means the channel or the workspace, so all wait."""
    row = _held(work, now)
    row.next_at = row.next_calm_at = max(row.next_at, until)
    work.add(row)
    work.flush()


def _held(work: Work, now: datetime) -> PaceRow:
    held = select(PaceRow).with_for_update()
    row = work.exec(held).first()
    if row is None:
        work.add_once(PaceRow(next_at=now, next_calm_at=now))
        row = work.exec(held).one()
    row.next_at, row.next_calm_at = (
        moment if moment - now <= LONGEST_PAUSE else now for moment in (row.next_at, row.next_calm_at)
    )
    return row
