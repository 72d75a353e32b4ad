"""Proves that the database takes a write: a standby, a full disk and a lock still let everybody read."""

import sqlalchemy as sa

from storage.engine.backends import BUDGET_SECONDS
from storage.engine.transactions import Database

_WRITE = sa.text(
    "INSERT INTO write_probe (id, written) VALUES (1, 1) "
    "ON CONFLICT (id) DO UPDATE SET written = write_probe.written + 1"
)


def prove_a_write(database: Database, *, wait: float = BUDGET_SECONDS) -> None:
    """Write a row and commit it. Raises `NotSaved` or `OutcomeUnknown`, as a report would."""
    with database.writing(wait=wait) as transaction:
        transaction.core.execute(_WRITE)
