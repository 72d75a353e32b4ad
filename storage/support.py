"""Support after harm: that it was offered and done, and nothing about any person."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.incidents.support import Support
from storage.engine.transactions import Transaction, table
from storage.tables.incidents import SupportRow

_SUPPORT = table(SupportRow)
_COLUMNS = {Support.OFFERED: _SUPPORT.c.offered_at, Support.DONE: _SUPPORT.c.done_at}
_THIS = _SUPPORT.c.incident_id == sa.bindparam("incident")
_ONE = sa.select(_SUPPORT.c.offered_at, _SUPPORT.c.done_at).where(_THIS)


def begin(transaction: Transaction, incident_id: UUID) -> bool:
    """From now on somebody is asked. Says whether that had not begun before."""
    return bool(transaction.insert_all_once(SupportRow, [{"incident_id": incident_id}]))


def of_incident(transaction: Transaction, incident_id: UUID) -> dict[Support, datetime] | None:
    """What was pressed, and when first; None if nobody is asked."""
    row = _row(transaction, incident_id)
    return {each: at for each, at in zip(Support, row, strict=True) if at} if row else None


def say(transaction: Transaction, incident_id: UUID, pressed: Support, *, now: datetime) -> bool:
    """Keep this. Says whether it was not known before."""
    column = _COLUMNS[pressed]
    kept = sa.update(_SUPPORT).where(_THIS, column.is_(None)).values({column: now})
    return transaction.core.execute(kept, {"incident": incident_id}).rowcount > 0


def move(transaction: Transaction, incident_id: UUID, *, to: UUID) -> None:
    """What was pressed for a merged incident counts for the other one."""
    known = of_incident(transaction, incident_id)
    if known is None:
        return
    begin(transaction, to)
    for pressed, at in known.items():
        say(transaction, to, pressed, now=at)
    transaction.core.execute(sa.delete(_SUPPORT).where(_THIS), {"incident": incident_id})


def _row(transaction: Transaction, incident_id: UUID) -> sa.Row[*tuple[Any, ...]] | None:
    return transaction.core.execute(_ONE, {"incident": incident_id}).first()
