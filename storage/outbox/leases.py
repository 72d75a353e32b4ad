"""Who sends or looks for which message: a claim is a lease with a fence; a message whose lease ended is doubtful."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam, text
from sqlmodel import col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from storage.engine.transactions import Transaction
from storage.outbox.messages import DOUBTFUL, SENDING, ClaimedMessage, bound
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import LONGEST_PAUSE, RECIPIENT_GAP
from storage.tables.outbox import OutboxRow


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

    Skips recipients to whom another message was sent less than `recipient_gap` ago.
    """
    since = at - recipient_gap
    moments = {"at": at, "recipient_since": since, "recipient_until": since + LONGEST_PAUSE}
    row = transaction.exec(_may_leave(priority), params=moments).first()
    if row is None:
        return None
    due_since = row.first_attempt_at or row.not_before
    row.attempts += 1
    row.leaves_at, row.first_attempt_at = at, row.first_attempt_at or at
    return replace(_take(transaction, row, worker=worker, until=at + lease), due_since=due_since)


def claim_doubtful(
    transaction: Transaction, *, worker: str, lease: timedelta, now: datetime
) -> ClaimedMessage | None:
    """Take a message that may or may not have been posted, to look for it."""
    row = transaction.exec(
        select(OutboxRow)
        .where(DOUBTFUL, col(OutboxRow.not_before) <= now)
        .order_by(col(OutboxRow.urgent).desc(), col(OutboxRow.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    return _take(transaction, row, worker=worker, until=now + lease) if row else None


def mark_expired_leases_doubtful(transaction: Transaction, *, now: datetime) -> int:
    """What was being sent when its sender ended may have been posted: make it doubtful. Returns how many."""
    # Through the row itself, not in one UPDATE, so that the count does not depend on the driver.
    late = select(OutboxRow).where(SENDING, col(OutboxRow.lease_until) < now)
    rows = transaction.exec(late.with_for_update(skip_locked=True)).all()
    for row in rows:
        row.state, row.lease_until, row.not_before = "doubtful", None, now
        transaction.add(row)
    transaction.flush()
    return len(rows)


def doubt_unsent(transaction: Transaction, *, now: datetime) -> int:
    """After a restore, whatever was not sent yet may have been sent since: look for it first. Returns how many."""
    rows = transaction.exec(select(OutboxRow).where(text("state IN ('ready', 'sending')"))).all()
    for row in rows:
        row.state, row.lease_until, row.absences = "doubtful", None, 0
        # It is looked for from when it was queued: a row that was never tried may leave no earlier.
        row.first_attempt_at, row.not_before = row.first_attempt_at or row.not_before, now
        transaction.add(row)
    transaction.flush()
    return len(rows)


def release_all(transaction: Transaction, *, until: datetime) -> None:
    """Cut every lease short, to `until`: whoever had them has ended (one process, at its start)."""
    sending = col(OutboxRow.lease_until)
    transaction.exec(update(OutboxRow).where(SENDING, sending > until).values(lease_until=until))


@cache  # To make the statement takes longer than to run it.
def _may_leave(priority: Priority) -> SelectOfScalar[OutboxRow]:
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
        select(OutboxRow)
        .where(*ready, OutboxRow.urgent == urgent, *(recipient.not_in(recipients) for recipients in busy))
        .order_by(col(OutboxRow.not_before), col(OutboxRow.position))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _take(transaction: Transaction, row: OutboxRow, *, worker: str, until: datetime) -> ClaimedMessage:
    row.state, row.claimed_by, row.lease_until, row.fence = "sending", worker, until, row.fence + 1
    transaction.add(row)
    transaction.flush()
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
        due_since=row.first_attempt_at or row.not_before,
        lease_until=until,
    )
