"""Messages that must leave, kept in the transaction of what they tell.

    ready -> sending -> sent
                     -> ready     definitely not posted; again later
                     -> doubtful  posted or not; looked for in Slack's history, then sent or ready
                     -> held      doubtful, and the history may not be read: a person decides
                     -> dead      Slack will never take it
    ready -> dropped              nothing is left to say

A claim is a lease with a fence: whoever comes back after the lease ended changes nothing. Times here are elapsed
time (the machine's clock), never the demo's.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy import TextClause, bindparam, text
from sqlmodel import col, func, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.database import Work, table
from storage.pacing import LANE_GAP, LONGEST_PAUSE
from storage.tables import OutboxRow

UNSENT = ("ready", "sending", "doubtful", "held", "dead")
# Literal, and said beside each state below, or the partial index is not used.
_UNSETTLED = "state IN ('sending', 'doubtful', 'held', 'dead')"
_SENDING = text(f"{_UNSETTLED} AND state = 'sending'")
_DOUBTFUL = text(f"{_UNSETTLED} AND state = 'doubtful'")
_UNDELIVERED = text(f"{_UNSETTLED} AND state IN ('held', 'dead')")
_TABLE = table(OutboxRow)
_HELD = sa.update(_TABLE).where(
    _TABLE.c.id == bindparam("row"), _TABLE.c.fence == bindparam("held_fence"), _TABLE.c.state == "sending"
)


@dataclass(frozen=True)
class Letter:
    """A message to queue: what it is about (ids only) and to whom. It is put into words when it is sent."""

    kind: str
    unique: str
    target: str
    subject: Mapping[str, str]
    urgent: bool = False


@dataclass(frozen=True)
class Delivery:
    """A claimed message: what it is about, where it goes, the fence of the claim, and when its lease ends.

    `due_since` is when it could first have left.
    """

    id: UUID
    kind: str
    target: str
    subject: Mapping[str, str]
    urgent: bool
    fence: int
    attempts: int
    absences: int
    may_repeat: bool
    first_attempt_at: datetime
    lease_until: datetime
    due_since: datetime

    @property
    def to_a_person(self) -> bool:
        """Whether it is a direct message: so the ids of people begin in Slack."""
        return self.target.startswith(("U", "W"))


@dataclass(frozen=True)
class Unsent:
    """How many messages are in one state, and since when the oldest of them could have left, if there is one."""

    state: str
    urgent: bool
    count: int = 0
    due_since: datetime | None = None


@dataclass(frozen=True)
class Unsettled:
    """A message that a person should know about."""

    id: UUID
    kind: str
    state: str
    attempts: int
    last_error: str | None
    first_attempt_at: datetime | None


def put(work: Work, letter: Letter, *, now: datetime) -> bool:
    """Queue a message, once for each `unique`; False if it was queued before."""
    return put_all(work, [letter], now=now) == 1


def put_all(work: Work, letters: Iterable[Letter], *, now: datetime) -> int:
    """Queue messages, each once for each `unique`; returns how many had not been queued before."""
    return len(work.add_all_once(OutboxRow, [_row(work, letter, now) for letter in letters]))


def claim(
    work: Work, *, urgent: bool, worker: str, lease: timedelta, at: datetime, lane_gap: timedelta = LANE_GAP
) -> Delivery | None:
    """Take the message that may leave at this turn; None if there is none.

    Not one of a lane in which another leaves less than `lane_gap` before.
    """
    moments = {"at": at, "lane_since": at - lane_gap, "lane_until": at - lane_gap + LONGEST_PAUSE}
    row = work.exec(_may_leave(urgent=urgent), params=moments).first()
    if row is None:
        return None
    due_since = row.first_attempt_at or row.not_before
    row.attempts += 1
    row.leaves_at, row.first_attempt_at = at, row.first_attempt_at or at
    return replace(_take(work, row, worker=worker, until=at + lease), due_since=due_since)


def claim_doubtful(work: Work, *, worker: str, lease: timedelta, now: datetime) -> Delivery | None:
    """Take a message that may or may not have been posted, to look for it."""
    row = work.exec(
        select(OutboxRow)
        .where(_DOUBTFUL, col(OutboxRow.not_before) <= now)
        .order_by(col(OutboxRow.urgent).desc(), col(OutboxRow.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    return _take(work, row, worker=worker, until=now + lease) if row else None


def doubt_abandoned(work: Work, *, now: datetime) -> int:
    """What was being sent when its sender ended may have been posted: make it doubtful. Returns how many."""
    # Through the row itself, not in one UPDATE, so that the count does not depend on the driver.
    late = select(OutboxRow).where(_SENDING, col(OutboxRow.lease_until) < now)
    rows = work.exec(late.with_for_update(skip_locked=True)).all()
    for row in rows:
        row.state, row.lease_until, row.not_before = "doubtful", None, now
        work.add(row)
    work.flush()
    return len(rows)


def doubt_unsent(work: Work, *, now: datetime) -> int:
    """After a restore, whatever was not sent yet may have been sent since: look for it first. Returns how many."""
    rows = work.exec(select(OutboxRow).where(text("state IN ('ready', 'sending')"))).all()
    for row in rows:
        row.state, row.lease_until, row.absences = "doubtful", None, 0
        # It is looked for from when it was queued: a row that was never tried may leave no earlier.
        row.first_attempt_at, row.not_before = row.first_attempt_at or row.not_before, now
        work.add(row)
    work.flush()
    return len(rows)


def release_all(work: Work, *, until: datetime) -> None:
    """Cut every lease short, to `until`: whoever held them has ended (one process, at its start)."""
    sending = col(OutboxRow.lease_until)
    work.exec(update(OutboxRow).where(_SENDING, sending > until).values(lease_until=until))


def mark_sent(work: Work, delivery: Delivery, *, slack_ts: str) -> bool:
    return _settle(work, delivery, state="sent", slack_ts=slack_ts, lease_until=None, last_error=None)


def mark_dropped(work: Work, delivery: Delivery) -> bool:
    return _settle(work, delivery, state="dropped", lease_until=None)


def mark_dead(work: Work, delivery: Delivery, *, error: str) -> bool:
    return _settle(work, delivery, state="dead", lease_until=None, last_error=error)


def mark_held(work: Work, delivery: Delivery, *, error: str) -> bool:
    return _settle(work, delivery, state="held", lease_until=None, last_error=error)


def put_back(work: Work, delivery: Delivery, *, not_before: datetime, error: str) -> bool:
    """It was definitely not posted: it may leave again from `not_before`."""
    return _settle(work, delivery, state="ready", lease_until=None, not_before=not_before, last_error=error)


def put_back_to_repeat(work: Work, delivery: Delivery, *, not_before: datetime, error: str) -> bool:
    """Nobody can know whether it was posted, and it is urgent: again, saying that it may be a repeat."""
    return _settle(
        work, delivery, state="ready", lease_until=None, not_before=not_before, last_error=error, may_repeat=True
    )


def mark_doubtful(work: Work, delivery: Delivery, *, not_before: datetime, error: str) -> bool:
    """It may have been posted: look for it from `not_before`."""
    return _settle(work, delivery, state="doubtful", lease_until=None, not_before=not_before, last_error=error)


def mark_absent(work: Work, delivery: Delivery, *, not_before: datetime) -> bool:
    """It was looked for and not found: look once more from `not_before`, since history may lag."""
    return _settle(
        work, delivery, state="doubtful", lease_until=None, not_before=not_before, absences=delivery.absences + 1
    )


def send_again(work: Work, row_id: UUID, *, now: datetime) -> bool:
    """A person decided that a held or dead message leaves again; False if it is neither."""
    undelivered = col(OutboxRow.id) == row_id, _UNDELIVERED
    again = {"state": "ready", "not_before": now, "attempts": 0, "absences": 0, "may_repeat": True}
    return bool(work.exec(update(OutboxRow).where(*undelivered).values(**again)).rowcount == 1)


def waiting(work: Work) -> int:
    """How many messages are ready, being sent or doubtful."""
    unsettled = text("state IN ('ready', 'sending', 'doubtful')")
    return work.exec(select(func.count()).select_from(OutboxRow).where(unsettled)).one()


def unsent(work: Work) -> list[Unsent]:
    """What has not arrived as far as anyone knows, for every state, counted."""
    none = {(state, urgent): Unsent(state, urgent) for state in UNSENT for urgent in (True, False)}
    some = [*_counted(work, text("state = 'ready'")), *_counted(work, text(_UNSETTLED))]
    return list((none | {(each.state, each.urgent): each for each in some}).values())


def undelivered(work: Work) -> list[Unsettled]:
    """Messages that a person should know about: held or dead, the oldest first."""
    rows = work.exec(select(OutboxRow).where(_UNDELIVERED).order_by(col(OutboxRow.position))).all()
    return [
        Unsettled(row.id, row.kind, row.state, row.attempts, row.last_error, row.first_attempt_at) for row in rows
    ]


def _counted(work: Work, which: TextClause) -> list[Unsent]:
    oldest = func.min(func.coalesce(col(OutboxRow.first_attempt_at), OutboxRow.not_before))
    grouped = col(OutboxRow.state), col(OutboxRow.urgent)
    rows = work.exec(select(*grouped, func.count(), oldest).where(which).group_by(*grouped)).all()
    return [Unsent(*row) for row in rows]


def _row(work: Work, letter: Letter, now: datetime) -> dict[str, Any]:
    row_id = uuid4()
    return {
        "id": row_id,
        "unique_hash": work.lookup("outbox", f"{letter.kind}:{letter.unique}:{letter.target}"),
        "kind": letter.kind,
        "urgent": letter.urgent,
        "lane": work.lookup("lane", letter.target),
        "target_sealed": work.seal(letter.target, bound_to=_bound("target", row_id)),
        "body_sealed": work.seal(json.dumps(dict(letter.subject)), bound_to=_bound("body", row_id)),
        "state": "ready",
        "not_before": now,
    }


@cache  # To make the statement takes longer than to run it.
def _may_leave(*, urgent: bool) -> SelectOfScalar[OutboxRow]:
    """The next message in a lane that is free at the turn `at`: nothing leaves there from `lane_since` on."""
    # Literal, or the partial index is not used.
    ready = text("state = 'ready'"), col(OutboxRow.not_before) <= bindparam("at")
    leaving = col(OutboxRow.leaves_at)
    believed = leaving > bindparam("lane_since"), leaving < bindparam("lane_until")
    taken = [select(OutboxRow.lane).where(*believed)]
    if not urgent:  # It does not take the turn of an urgent one that waits for the same place.
        taken.append(select(OutboxRow.lane).where(*ready, col(OutboxRow.urgent)))
    return (
        select(OutboxRow)
        .where(*ready, OutboxRow.urgent == urgent, *(col(OutboxRow.lane).not_in(lanes) for lanes in taken))
        .order_by(col(OutboxRow.not_before), col(OutboxRow.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _take(work: Work, row: OutboxRow, *, worker: str, until: datetime) -> Delivery:
    row.state, row.claimed_by, row.lease_until, row.fence = "sending", worker, until, row.fence + 1
    work.add(row)
    work.flush()
    return Delivery(
        id=row.id,
        kind=row.kind,
        target=work.unseal(row.target_sealed, bound_to=_bound("target", row.id)),
        subject=json.loads(work.unseal(row.body_sealed, bound_to=_bound("body", row.id))),
        urgent=row.urgent,
        fence=row.fence,
        attempts=row.attempts,
        absences=row.absences,
        may_repeat=row.may_repeat,
        first_attempt_at=row.first_attempt_at or until,
        due_since=row.first_attempt_at or row.not_before,
        lease_until=until,
    )


def _settle(work: Work, delivery: Delivery, **values: Any) -> bool:  # noqa: ANN401 - columns of several types
    """Change the row if this claim still holds it; False if the lease was lost to somebody else."""
    held = {"row": delivery.id, "held_fence": delivery.fence}
    return bool(work.plain.execute(_HELD.values(**values), held).rowcount == 1)


def _bound(column: str, row_id: UUID) -> str:
    return f"outbox.{column}:{row_id}"
