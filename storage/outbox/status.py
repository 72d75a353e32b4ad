"""Outbox statistics: messages that have not arrived as far as anyone knows, counted and listed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import TextClause, text
from sqlmodel import col, func, select

from storage.engine.transactions import Transaction, table
from storage.outbox.messages import UNDELIVERED, UNSETTLED
from storage.tables.outbox import OutboxRow

_TABLE = table(OutboxRow)
STATES = ("ready", "sending", "doubtful", "held", "dead")


@dataclass(frozen=True)
class Unsent:
    """How many messages are in one state, and when the oldest of them was queued, if there is one."""

    state: str
    urgent: bool
    count: int = 0
    queued_at: datetime | None = None


@dataclass(frozen=True)
class Unsettled:
    """A message that a person should know about."""

    id: UUID
    kind: str
    state: str
    attempts: int
    last_error: str | None


def counted(transaction: Transaction) -> list[Unsent]:
    """How many messages have not arrived as far as anyone knows, for every state."""
    none = {(state, urgent): Unsent(state, urgent) for state in STATES for urgent in (True, False)}
    some = [*_count(transaction, text("state = 'ready'")), *_count(transaction, text(UNSETTLED))]
    return list((none | {(each.state, each.urgent): each for each in some}).values())


def undelivered(transaction: Transaction) -> list[Unsettled]:
    """Messages that a person should know about: held or dead, the oldest first."""
    # Only what is shown: a row that is held because it cannot be read must not hide the others.
    shown = (_TABLE.c[name] for name in ("id", "kind", "state", "attempts", "last_error"))
    rows = transaction.core.execute(sa.select(*shown).where(UNDELIVERED).order_by(_TABLE.c.position))
    return [Unsettled(*row) for row in rows]


def _count(transaction: Transaction, which: TextClause) -> list[Unsent]:
    oldest = func.min(col(OutboxRow.queued_at))
    grouped = col(OutboxRow.state), col(OutboxRow.urgent)
    rows = transaction.exec(select(*grouped, func.count(), oldest).where(which).group_by(*grouped)).all()
    return [Unsent(*row) for row in rows]
