"""Who sends or looks for which message: a claim is a lease with a fence; a message whose lease ended is doubtful."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam, text
from sqlmodel import col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.outbox.messages import DOUBTFUL, SENDING, ClaimedMessage, bound
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import FARTHEST_SLOT, RECIPIENT_GAP
from storage.tables.outbox import OutboxRow

SENDERS_TURN = timedelta(seconds=10)
"""After an urgent message left because of one person, those of others go first for so long."""
LONGEST_LEASE = timedelta(minutes=15)
"""No claim lasts longer, whatever the settings say."""
UNREADABLE = "unreadable"
"""The error of a row that cannot be read."""
_TABLE = table(OutboxRow)
_DUE_NOW = (
    sa.update(_TABLE)
    .where(_TABLE.c.position.in_(bindparam("positions", expanding=True)))
    .values(
        not_before=bindparam("now"),
        queued_at=sa.case((_TABLE.c.queued_at > bindparam("now"), bindparam("now")), else_=_TABLE.c.queued_at),
    )
)
_SET_ASIDE = (
    sa.update(_TABLE)
    .where(_TABLE.c.position == bindparam("position_"))
    .values(state="held", lease_until=None, last_error=UNREADABLE)
)


def claim(
    transaction: Transaction,
    *,
    priority: Priority,
    worker: str,
    lease: timedelta,
    at: datetime,
    recipient_gap: timedelta = RECIPIENT_GAP,
) -> ClaimedMessage | None:
    """Take the message that may leave in the slot at `at`; None if there is none.

    Skips recipients to whom another message was sent less than `recipient_gap` ago. An urgent message of a person
    none of whose messages left just now goes first, so that many of one person do not delay another's.
    """
    moments = {"at": at, "recipient_since": at - recipient_gap, "recipient_until": at + FARTHEST_SLOT}
    choices = [(_may_leave(priority), moments)]
    if priority is Priority.URGENT:
        choices.insert(0, (_may_leave_fairly(), moments | {"sender_since": at - SENDERS_TURN}))
    for choice, values in choices:
        while position := transaction.exec(choice, params=values).first():
            if claimed := _take(transaction, position, worker=worker, until=at + lease, leaves_at=at):
                return claimed
    return None


def claim_doubtful(
    transaction: Transaction, *, worker: str, lease: timedelta, now: datetime
) -> ClaimedMessage | None:
    """Take a message that may or may not have been posted, to look for it."""
    doubtful = (
        select(OutboxRow.position)
        .where(DOUBTFUL, col(OutboxRow.not_before) <= now)
        .order_by(col(OutboxRow.urgent).desc(), col(OutboxRow.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    while position := transaction.exec(doubtful).first():
        if claimed := _take(transaction, position, worker=worker, until=now + lease):
            return claimed
    return None


def mark_expired_leases_doubtful(transaction: Transaction, *, now: datetime) -> int:
    """What was being sent when its sender ended may have been posted: make it doubtful. Returns how many.

    A lease that ends later than any that the program writes was written while the clock was ahead: it has ended.
    """
    ends = _TABLE.c.lease_until
    expired = sa.select(_TABLE.c.position).where(SENDING, sa.or_(ends < now, ends > now + LONGEST_LEASE))
    positions = transaction.core.execute(expired.with_for_update(skip_locked=True)).scalars().all()
    doubtful = {"state": "doubtful", "lease_until": None, "not_before": now}
    transaction.core.execute(sa.update(_TABLE).where(_TABLE.c.position.in_(positions)).values(**doubtful))
    return len(positions)


def bring_forward(transaction: Transaction, waits: Mapping[Priority, timedelta], *, now: datetime) -> int:
    """Messages that would wait longer than the program ever lets them may leave now. Returns how many.

    `waits` are the longest that it writes. Such a time was written while the clock was ahead.
    """
    found = 0
    for priority, longest in waits.items():
        too_late = (
            _TABLE.c.urgent == (priority is Priority.URGENT),
            _TABLE.c.not_before > now + longest,
        )
        for state in (text("state = 'ready'"), DOUBTFUL):  # Apart, or the partial indexes are not used.
            waiting = sa.select(_TABLE.c.position).where(state, *too_late).with_for_update(skip_locked=True)
            positions = transaction.core.execute(waiting).scalars().all()
            if positions:
                transaction.core.execute(_DUE_NOW, {"positions": positions, "now": now})
            found += len(positions)
    return found


def doubt_unsent(transaction: Transaction, *, now: datetime) -> int:
    """After a restore, whatever was not sent yet may have been sent since: look for it first. Returns how many."""
    unsent = text("state IN ('ready', 'sending')")
    count = transaction.core.execute(sa.select(sa.func.count()).select_from(_TABLE).where(unsent)).scalar_one()
    # It is looked for from when it was queued: a row that was never tried may leave no earlier.
    since = sa.func.coalesce(_TABLE.c.first_attempt_at, _TABLE.c.queued_at)
    doubtful = {"state": "doubtful", "lease_until": None, "absences": 0, "first_attempt_at": since, "not_before": now}
    transaction.core.execute(sa.update(_TABLE).where(unsent).values(**doubtful))
    return count


def release_all(transaction: Transaction, *, until: datetime) -> None:
    """Cut every lease short, to `until`: whoever had them has ended (one process, at its start)."""
    sending = col(OutboxRow.lease_until)
    transaction.exec(update(OutboxRow).where(SENDING, sending > until).values(lease_until=until))


@cache  # To make the statement takes longer than to run it.
def _may_leave(priority: Priority) -> SelectOfScalar[Any]:
    """The next message for the slot `at` to a recipient to whom nothing else leaves since `recipient_since`."""
    # Literal, or the partial index is not used.
    ready = text("state = 'ready'"), col(OutboxRow.not_before) <= bindparam("at")
    leaving = col(OutboxRow.leaves_at)
    believed = leaving > bindparam("recipient_since"), leaving < bindparam("recipient_until")
    urgent = priority is Priority.URGENT
    busy = [select(OutboxRow.recipient_hash).where(*believed)]
    if not urgent:  # It does not take the slot of an urgent one that waits for the same recipient.
        busy.append(select(OutboxRow.recipient_hash).where(*ready, col(OutboxRow.urgent)))
    recipient = col(OutboxRow.recipient_hash)
    return (
        select(OutboxRow.position)
        .where(*ready, OutboxRow.urgent == urgent, *(recipient.not_in(recipients) for recipients in busy))
        .order_by(col(OutboxRow.not_before), col(OutboxRow.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


@cache
def _may_leave_fairly() -> SelectOfScalar[Any]:
    """The next urgent message of a person none of whose urgent messages leaves since `sender_since`."""
    leaving, sender = col(OutboxRow.leaves_at), col(OutboxRow.sender_hash)
    served = select(OutboxRow.sender_hash).where(
        leaving > bindparam("sender_since"), leaving < bindparam("recipient_until"), sender.is_not(None)
    )
    return _may_leave(Priority.URGENT).where(sa.or_(sender.is_(None), sender.not_in(served)))


def _take(
    transaction: Transaction, position: int, *, worker: str, until: datetime, leaves_at: datetime | None = None
) -> ClaimedMessage | None:
    """Claim this row. If it cannot be read it is set aside, for a person to see: the others must go on."""
    try:
        row = transaction.get_one(OutboxRow, position)
        if leaves_at:
            row.attempts += 1
            row.leaves_at, row.first_attempt_at = leaves_at, row.first_attempt_at or leaves_at
        row.state, row.claimed_by, row.lease_until, row.fence = "sending", worker, until, row.fence + 1
        claimed = _claimed(transaction, row, until=until)
    except (SealBroken, ValueError, TypeError, LookupError):
        transaction.expunge_all()
        transaction.core.execute(_SET_ASIDE, {"position_": position})
        return None
    transaction.flush()
    return claimed


def _claimed(transaction: Transaction, row: OutboxRow, *, until: datetime) -> ClaimedMessage:
    return ClaimedMessage(
        id=row.id,
        kind=row.kind,
        target=transaction.unseal(row.target_sealed, bound_to=bound("target", row.id)),
        body=transaction.unseal(row.body_sealed, bound_to=bound("body", row.id)),
        priority=Priority.URGENT if row.urgent else Priority.NORMAL,
        fence=row.fence,
        attempts=row.attempts,
        absences=row.absences,
        may_repeat=row.may_repeat,
        first_attempt_at=row.first_attempt_at or until,
        lease_until=until,
        queued_at=row.queued_at or row.not_before,
    )
