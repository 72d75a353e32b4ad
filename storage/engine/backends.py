"""What a database engine must offer: `sqlite` and `postgresql` are the two. Everything else is one code path."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine.fair_semaphore import FairSemaphore

BUDGET_SECONDS = 2.0
"""All that an interactive transaction may take, its waiting included: Slack gives the whole answer 3 seconds."""
UNTIL = "until"
"""The execution option with the monotonic time at which a transaction must have ended."""
# The names are in the list of error codes: unique violation, serialization failure, deadlock detected.
# That list is at postgresql.org, in the appendix "PostgreSQL Error Codes".
_CONFLICTS = frozenset(["23505", "40001", "40P01"])


class DatabaseRefused(Exception):
    """The database cannot be used. The message says why and how to mend it."""


class DatabaseInUse(DatabaseRefused):
    """Another Candour is using this database. Stop it first."""


class Backend(Protocol):
    """One of the two engines. `shared` if several programs may use the database at once.

    `place` names the database in sentences, `folder` is where its file lies if it has one. `writers` and
    `connections` limit how many transactions run at once.
    """

    shared: bool
    cannot_open: str
    place: str
    folder: Path | None
    writers: FairSemaphore
    connections: FairSemaphore

    @property
    def writer(self) -> sa.Engine: ...

    @property
    def reader(self) -> sa.Engine: ...

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other program out, where only one may be in."""

    def exists(self) -> bool:
        """True if there is something to connect to."""

    def make(self) -> None:
        """Make what must be there before the first connection."""

    def raise_unless_it_can_be_made(self) -> None:
        """Raise `DatabaseRefused` if a new database could not be made here."""

    def is_still_the_same(self) -> bool:
        """True while whoever opens the database now gets the one that we have open."""

    def migrate_alone(self, connection: sa.Connection) -> None:
        """Wait until nobody else migrates; until the end of this transaction nobody else will."""

    def now(self) -> datetime:
        """The time that all programs on this database share."""

    def close(self) -> None:
        """Close every connection."""


def insert_once(
    connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]], *, key: str | None = None
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Insert rows; skip any that would break a unique key, also under concurrent inserts.

    `key` names the unique column that this is about; without it, it is about every one. Returns the primary keys of
    those that were inserted.
    """
    return connection.execute(_insert_once(connection.dialect.name, table, key), rows).all()


@cache  # To make a statement, and to find it among the compiled ones, takes longer than to run it.
def _insert_once(dialect: str, table: sa.Table, key: str | None) -> sa.Insert:
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    once = insert.on_conflict_do_nothing(index_elements=[key] if key else None)
    return once.returning(*table.primary_key)


def is_conflict(error: Exception) -> bool:
    """True for a conflict with a concurrent transaction, which a retry can solve.

    Never on SQLite, where writes are serialised.
    """
    return getattr(getattr(error, "orig", None), "sqlstate", None) in _CONFLICTS
