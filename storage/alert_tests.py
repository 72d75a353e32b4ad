"""Test alerts: whether a month has had one, and who has seen it."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.service.alert_test import AlertTest
from storage.engine.transactions import Transaction, table
from storage.tables.rota import AlertTestRow

_TEST = table(AlertTestRow)
_LATEST = sa.select(_TEST).order_by(_TEST.c.month.desc()).limit(1)
_BY_ID = sa.select(_TEST).where(_TEST.c.id == sa.bindparam("test"))
_SEEN = sa.update(_TEST).where(_TEST.c.id == sa.bindparam("test"), _TEST.c.seen_at.is_(None))


def latest(transaction: Transaction) -> AlertTest | None:
    """The test of the latest month that has had one."""
    row = transaction.core.execute(_LATEST).first()
    return _test(row) if row else None


def find(transaction: Transaction, test_id: UUID) -> AlertTest | None:
    """The test, or None if there is none with this id."""
    row = transaction.core.execute(_BY_ID, {"test": test_id}).first()
    return _test(row) if row else None


def add(transaction: Transaction, test: AlertTest) -> bool:
    """True if it was added; False if its month has had one."""
    return transaction.insert_once(AlertTestRow(**test.model_dump(mode="python")))


def see(transaction: Transaction, test_id: UUID, *, by: str, now: datetime) -> bool:
    """Somebody has seen it; True if they are the first."""
    return transaction.core.execute(_SEEN.values(seen_by=by, seen_at=now), {"test": test_id}).rowcount == 1


def _test(row: sa.Row[*tuple[Any, ...]]) -> AlertTest:
    return AlertTest(**row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
