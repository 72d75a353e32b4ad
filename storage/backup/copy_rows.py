"""Copies every row of one database into another, whatever their engines. Backups of PostgreSQL are made of this."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlmodel import SQLModel

from storage.engine.transactions import Transaction
from storage.tables.audit import AuditHeadRow

_CHUNK = 500
_TABLES = SQLModel.metadata
_HEAD = _TABLES.tables[str(AuditHeadRow.__tablename__)]
_GUARD = "audit_head_forward"


def copy_rows(source: Transaction, target: Transaction) -> None:
    """Copy every row of `source` into `target`, which has the same tables without rows."""
    theirs, ours = source.connection(), target.connection()
    for table in _TABLES.sorted_tables:  # What is referred to comes first.
        if table is not _HEAD:
            _copy_table(theirs, ours, table)
    with _guard_lifted(ours):
        ours.execute(sa.update(_HEAD).values(**theirs.execute(sa.select(_HEAD)).mappings().one()))
    if ours.dialect.name == "postgresql":
        ours.exec_driver_sql("SELECT setval(pg_get_serial_sequence('outbox', 'position'), max(position)) FROM outbox")


def _copy_table(theirs: sa.Connection, ours: sa.Connection, table: sa.Table) -> None:
    rows = theirs.execute(sa.select(table).execution_options(yield_per=_CHUNK)).mappings()
    for chunk in rows.partitions():
        ours.execute(sa.insert(table), [dict(row) for row in chunk])


@contextmanager
def _guard_lifted(connection: sa.Connection) -> Iterator[None]:
    """Allow the head of the trail to move by more than one step, which only a copied trail needs."""
    if connection.dialect.name == "sqlite":
        made = connection.exec_driver_sql(f"SELECT sql FROM sqlite_master WHERE name = '{_GUARD}'").scalar_one()  # noqa: S608 - a name of ours
        connection.exec_driver_sql(f"DROP TRIGGER {_GUARD}")
        yield
        connection.exec_driver_sql(made)
    else:
        connection.exec_driver_sql(f"ALTER TABLE audit_head DISABLE TRIGGER {_GUARD}")
        yield
        connection.exec_driver_sql(f"ALTER TABLE audit_head ENABLE TRIGGER {_GUARD}")
