"""What anonymous reporters did and is not in the audit trail yet, so that its place there tells no time."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from sqlmodel import col, delete, select

from storage.audit import AuditEvent
from storage.engine.transactions import Transaction
from storage.tables.anonymous import UnrecordedRow


class Unrecorded(NamedTuple):
    """An audit entry that waits for `until`."""

    id: UUID
    until: datetime
    event: AuditEvent
    subject: str
    detail: Mapping[str, str]


def put(transaction: Transaction, event: AuditEvent, subject: str, *, until: datetime, **detail: str) -> None:
    """Record this at `until`, and not before."""
    row = UnrecordedRow(id=uuid4(), until=until, event=event, subject=subject, detail=json.dumps(detail))
    transaction.add(row)
    transaction.flush()


def take_until(transaction: Transaction, now: datetime) -> list[Unrecorded]:
    """Everything that is to be recorded by now, in random order. It is taken away."""
    chosen = select(UnrecordedRow).where(col(UnrecordedRow.until) <= now).order_by(col(UnrecordedRow.id))
    taken = [_unrecorded(row) for row in transaction.exec(chosen.with_for_update(skip_locked=True))]
    transaction.exec(delete(UnrecordedRow).where(col(UnrecordedRow.id).in_([each.id for each in taken])))
    return taken


def waits(transaction: Transaction, subject: str) -> bool:
    """Whether something about this subject is not in the audit trail yet."""
    return transaction.exec(select(UnrecordedRow.id).where(UnrecordedRow.subject == subject)).first() is not None


def vouched(transaction: Transaction) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """What the audit trail will say of rows, as far as it does not say it yet."""
    for row in transaction.exec(select(UnrecordedRow)):
        yield row.event, row.subject, json.loads(row.detail)


def _unrecorded(row: UnrecordedRow) -> Unrecorded:
    return Unrecorded(row.id, row.until, AuditEvent(row.event), row.subject, json.loads(row.detail))
