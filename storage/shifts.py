"""Shifts: who is on call when."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from bot.domain.service.rota import KnownShift
from storage.engine.transactions import Transaction, table
from storage.tables.rota import ShiftRow

_SHIFT = table(ShiftRow)
_LASTING = sa.select(_SHIFT).where(_SHIFT.c.ends_at > sa.bindparam("now")).order_by(_SHIFT.c.starts_at, _SHIFT.c.id)
_LASTING_LOCKED = _LASTING.with_for_update()
_BY_ID = sa.select(_SHIFT).where(_SHIFT.c.id == sa.bindparam("shift"))
_CHANGE = sa.update(_SHIFT).where(_SHIFT.c.id == sa.bindparam("shift"))


def around(transaction: Transaction, now: datetime) -> list[KnownShift]:
    """The shifts that have not ended at `now`: those of this moment, and those to come."""
    return [_shift(row) for row in transaction.core.execute(_LASTING, {"now": now})]


def around_for_update(transaction: Transaction, now: datetime) -> list[KnownShift]:
    """The same, which nobody else changes until this transaction ends."""
    return [_shift(row) for row in transaction.core.execute(_LASTING_LOCKED, {"now": now})]


def find(transaction: Transaction, shift_id: UUID) -> KnownShift | None:
    """The shift, also one that is over; None if there is none with this id."""
    row = transaction.core.execute(_BY_ID, {"shift": shift_id}).first()
    return _shift(row) if row else None


def add(transaction: Transaction, shift: KnownShift) -> None:
    transaction.insert(ShiftRow, shift.model_dump(mode="python"))


def end(transaction: Transaction, shift: KnownShift, *, now: datetime) -> None:
    """This shift is over from now on."""
    transaction.core.execute(_CHANGE.values(ends_at=max(now, shift.starts_at)), {"shift": shift.id})


def offer(transaction: Transaction, shift: KnownShift, person: str | None) -> None:
    """This person is asked to take the shift over; with None nobody is any more."""
    transaction.core.execute(_CHANGE.values(offered_to=person), {"shift": shift.id})


def _shift(row: sa.Row[*tuple[object, ...]]) -> KnownShift:
    return KnownShift(**row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
