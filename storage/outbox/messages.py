"""Messages that must leave, kept in the transaction of what they tell.

    ready -> sending -> sent
                     -> ready     definitely not posted; again later
                     -> doubtful  posted or not; looked for in Slack's history, then sent or ready
                     -> held      doubtful, and the history may not be read; or the row itself: a person decides
                     -> dead      Slack will never take it, or whom it is for has left
    ready -> dropped              nothing is left to say

A claim is a lease with a fence: whoever comes back after the lease ended changes nothing. Times here are elapsed
time (the machine's clock), never the demo's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy import bindparam, text
from sqlmodel import col, func, select, update

from bot.domain.values import is_person
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.outbox.priority import Priority
from storage.tables.outbox import OutboxRow, OutboxSubjectRow

# Literal, and written beside each state, or the partial index is not used.
UNSETTLED = "state IN ('sending', 'doubtful', 'held', 'dead')"
SENDING = text(f"{UNSETTLED} AND state = 'sending'")
DOUBTFUL = text(f"{UNSETTLED} AND state = 'doubtful'")
UNDELIVERED = text(f"{UNSETTLED} AND state IN ('held', 'dead')")
_TABLE, _SUBJECTS = table(OutboxRow), table(OutboxSubjectRow)
_UNDER_THIS_CLAIM = sa.update(_TABLE).where(
    _TABLE.c.id == bindparam("row"), _TABLE.c.fence == bindparam("claimed_fence"), _TABLE.c.state == "sending"
)
# From the row itself, because a message that was queued before has no row of this id.
_LINK = sa.insert(_SUBJECTS).from_select(
    ["subject", "message"],
    sa.select(bindparam("subject", type_=_SUBJECTS.c.subject.type), _TABLE.c.id).where(
        _TABLE.c.id == bindparam("message")
    ),
)

_OF_SENDER = text("state = 'ready'"), _TABLE.c.urgent, _TABLE.c.sender_hash == bindparam("sender")
_COUNT_OF_SENDER = sa.select(sa.func.count()).select_from(_TABLE).where(*_OF_SENDER)
_NEWEST_OF_SENDER = (
    sa.select(_TABLE.c.id, _TABLE.c.body_sealed)
    .where(*_OF_SENDER, _TABLE.c.kind == bindparam("kind"))
    .order_by(_TABLE.c.position.desc())
    .limit(1)
    .with_for_update(skip_locked=True)
)


@dataclass(frozen=True)
class OutboxMessage:
    """A message to queue. `body` is what it is about, as JSON: ids only. It is put into words when it is sent.

    `sender` is the person because of whom an urgent message leaves, so that one person's do not delay another's.
    It is never given for somebody anonymous.
    It is redrawn wherever it stands when one of `subjects` changes.
    """

    kind: str
    unique: str
    target: str
    body: str
    priority: Priority = Priority.NORMAL
    sender: str | None = None
    subjects: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class WaitingMessage:
    """A message that is ready, and that nobody can claim until this transaction ends."""

    id: UUID
    body: str


@dataclass(frozen=True)
class ClaimedMessage:
    """A claimed message: what it is about, where it goes, the fence of the claim, and when its lease ends."""

    id: UUID
    kind: str
    target: str
    body: str
    priority: Priority
    fence: int
    attempts: int
    absences: int
    may_repeat: bool
    first_attempt_at: datetime
    lease_until: datetime
    queued_at: datetime

    @property
    def urgent(self) -> bool:
        return self.priority is Priority.URGENT

    @property
    def to_a_person(self) -> bool:
        return is_person(self.target)


def put(transaction: Transaction, message: OutboxMessage, *, now: datetime) -> bool:
    """Queue a message, once for each `unique`; False if it was queued before."""
    return put_all(transaction, [message], now=now) == 1


def put_all(transaction: Transaction, messages: Iterable[OutboxMessage], *, now: datetime) -> int:
    """Queue messages, each once for each `unique`; returns how many had not been queued before."""
    rows = [(_row(transaction, message, now), message.subjects) for message in messages]
    queued = len(transaction.insert_all_once(OutboxRow, [row for row, _ in rows]))
    links = [{"subject": subject, "message": row["id"]} for row, subjects in rows for subject in subjects]
    if links:
        transaction.core.execute(_LINK, links)
    return queued


def mark_sent(transaction: Transaction, claimed: ClaimedMessage, *, slack_ts: str) -> bool:
    return _settle(transaction, claimed, state="sent", slack_ts=slack_ts, lease_until=None, last_error=None)


def mark_dropped(transaction: Transaction, claimed: ClaimedMessage) -> bool:
    return _settle(transaction, claimed, state="dropped", lease_until=None)


def mark_dead(transaction: Transaction, claimed: ClaimedMessage, *, error: str) -> bool:
    return _settle(transaction, claimed, state="dead", lease_until=None, last_error=error)


def mark_held(transaction: Transaction, claimed: ClaimedMessage, *, error: str) -> bool:
    return _settle(transaction, claimed, state="held", lease_until=None, last_error=error)


def put_back(transaction: Transaction, claimed: ClaimedMessage, *, not_before: datetime, error: str) -> bool:
    """It was definitely not posted: it may leave again from `not_before`."""
    return _settle(transaction, claimed, state="ready", lease_until=None, not_before=not_before, last_error=error)


def put_back_to_repeat(
    transaction: Transaction, claimed: ClaimedMessage, *, not_before: datetime, error: str
) -> bool:
    """Nobody can know whether it was posted, and it is urgent: again, saying that it may be a repeat."""
    return _settle(
        transaction,
        claimed,
        state="ready",
        lease_until=None,
        not_before=not_before,
        last_error=error,
        may_repeat=True,
    )


def mark_doubtful(transaction: Transaction, claimed: ClaimedMessage, *, not_before: datetime, error: str) -> bool:
    """It may have been posted: look for it from `not_before`."""
    return _settle(transaction, claimed, state="doubtful", lease_until=None, not_before=not_before, last_error=error)


def mark_absent(transaction: Transaction, claimed: ClaimedMessage, *, not_before: datetime) -> bool:
    """It was looked for and not found: look once more from `not_before`, since history may lag."""
    return _settle(
        transaction,
        claimed,
        state="doubtful",
        lease_until=None,
        not_before=not_before,
        absences=claimed.absences + 1,
    )


def send_again(transaction: Transaction, row_id: UUID, *, now: datetime) -> bool:
    """A person decided that a held or dead message leaves again; False if it is neither."""
    undelivered = col(OutboxRow.id) == row_id, UNDELIVERED
    again = {"state": "ready", "not_before": now, "attempts": 0, "absences": 0, "may_repeat": True}
    return bool(transaction.exec(update(OutboxRow).where(*undelivered).values(**again)).rowcount == 1)


def waiting(transaction: Transaction) -> int:
    """How many messages are ready, being sent or doubtful."""
    unsettled = text("state IN ('ready', 'sending', 'doubtful')")
    return transaction.exec(select(func.count()).select_from(OutboxRow).where(unsettled)).one()


def count_ready(transaction: Transaction, *, sender: str) -> int:
    """How many urgent messages wait that leave because of this person."""
    return transaction.core.execute(_COUNT_OF_SENDER, {"sender": _sender_hash(transaction, sender)}).scalar_one()


def lock_ready(transaction: Transaction, *, kind: str, sender: str) -> WaitingMessage | None:
    """The newest urgent message of this kind that waits because of this person; None if there is none to be read."""
    of_sender = {"kind": kind, "sender": _sender_hash(transaction, sender)}
    row = transaction.core.execute(_NEWEST_OF_SENDER, of_sender).first()
    try:
        return (
            WaitingMessage(row.id, transaction.unseal(row.body_sealed, bound_to=bound("body", row.id)))
            if row
            else None
        )
    except SealBroken:
        return None


def replace_body(transaction: Transaction, row_id: UUID, body: str, *, one_more: UUID) -> None:
    """Give a message a body that shows one subject more. It must have been locked with `lock_ready`."""
    sealed = transaction.seal(body, bound_to=bound("body", row_id))
    transaction.core.execute(sa.update(_TABLE).where(_TABLE.c.id == row_id).values(body_sealed=sealed))
    transaction.core.execute(_LINK, [{"subject": one_more, "message": row_id}])


def _sender_hash(transaction: Transaction, sender: str) -> bytes:
    return transaction.keyed_hash("sender", sender)


def _row(transaction: Transaction, message: OutboxMessage, now: datetime) -> dict[str, Any]:
    row_id = uuid4()
    return {
        "id": row_id,
        "unique_hash": transaction.keyed_hash("outbox", f"{message.kind}:{message.unique}:{message.target}"),
        "kind": message.kind,
        "urgent": message.priority is Priority.URGENT,
        "recipient_hash": transaction.keyed_hash("lane", message.target),
        "sender_hash": _sender_hash(transaction, message.sender) if message.sender else None,
        "target_sealed": transaction.seal(message.target, bound_to=bound("target", row_id)),
        "body_sealed": transaction.seal(message.body, bound_to=bound("body", row_id)),
        "state": "ready",
        "not_before": now,
        "queued_at": now,
    }


def _settle(transaction: Transaction, claimed: ClaimedMessage, **values: Any) -> bool:  # noqa: ANN401 - columns of several types
    """Change the row if this claim still has it; False if the lease was lost to somebody else."""
    claim = {"row": claimed.id, "claimed_fence": claimed.fence}
    return bool(transaction.core.execute(_UNDER_THIS_CLAIM.values(**values), claim).rowcount == 1)


def bound(column: str, row_id: UUID) -> str:
    """What a sealed column of a row is bound to."""
    return f"outbox.{column}:{row_id}"
