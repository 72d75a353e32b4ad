"""What differs between SQLite and PostgreSQL. Everything else is one code path."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

from storage.engine import lock_files
from storage.engine.writer_queue import FairLock, NoLock

BUDGET_SECONDS = 2.0
"""What an interactive transaction may wait for its turn: Slack gives the whole answer 3 seconds."""

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # An acknowledged report survives a power cut.
    f"busy_timeout={int(BUDGET_SECONDS * 1000)}",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
)
_SESSION = {
    "synchronous_commit": "on",  # An acknowledged report survives a power cut.
    "lock_timeout": f"{int(BUDGET_SECONDS * 1000)}",
    "statement_timeout": f"{int(BUDGET_SECONDS * 1000)}",
    "idle_in_transaction_session_timeout": "10000",  # A replica that froze keeps its locks no longer than this.
    "timezone": "UTC",
}
_TIME_OUTS = sa.text(
    "SELECT set_config('lock_timeout', :milliseconds, true), set_config('statement_timeout', :milliseconds, true)"
)
_MIGRATING = 0x43414E44
"""The advisory lock that one replica holds while it migrates: any number that nothing else here takes."""
# The names are in the list of error codes: unique violation, serialization failure, deadlock detected.
# That list is at postgresql.org, in the appendix "PostgreSQL Error Codes".
_CAME_SECOND = frozenset(["23505", "40001", "40P01"])


class DatabaseRefused(Exception):
    """The database cannot be used. The message says why and how to mend it."""


class Backend(Protocol):
    """One of the two. `shared` when several programs may use it at once; `folder` when it lies in one."""

    shared: bool
    cannot_open: str
    folder: Path | None
    turns: FairLock | NoLock

    @property
    def writer(self) -> sa.Engine: ...

    @property
    def reader(self) -> sa.Engine: ...

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other program out, where only one may be in."""

    def is_there(self) -> bool:
        """Whether a Candour has been here before."""

    def make(self) -> None:
        """Make what must be there before the first connection."""

    def wait_at_most(self, connection: sa.Connection, seconds: float) -> None:
        """How long the statements of this transaction may wait for each other's locks."""

    def migrate_alone(self, connection: sa.Connection) -> None:
        """Wait until nobody else migrates; until the end of this transaction nobody else will."""

    def now(self) -> datetime:
        """The time that all programs on this database share."""


def of(url: str) -> Backend:
    """The backend that the address names, or raise `DatabaseRefused`."""
    parts = make_url(url)
    if parts.drivername == "postgresql+psycopg" and parts.database:
        return PostgreSQL(url)
    if parts.get_backend_name() == "sqlite" and parts.database and parts.database != ":memory:":
        return SQLite(url, Path(parts.database))
    raise DatabaseRefused(
        "CANDOUR_DATABASE_URL must name a SQLite file, such as sqlite:///data/candour.db, or a PostgreSQL database, "
        "such as postgresql+psycopg://candour@db.example/candour"
    )


def insert_once(
    connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]], *, key: str | None = None
) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Insert rows, but none of which a unique key is taken, if need be by somebody who inserts it at this moment.

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
    """Whether only another transaction, which came first, was in the way. On SQLite they take turns, so never."""
    return getattr(getattr(error, "orig", None), "sqlstate", None) in _CAME_SECOND


class SQLite:
    """A file, for one program: its writers take turns, and each begins with the lock."""

    shared = False
    cannot_open = (
        "The database cannot be opened. Is the file a Candour database, is there room on the disk, and does no "
        "other program hold it?"
    )

    def __init__(self, url: str, path: Path) -> None:
        if not path.parent.is_dir():
            raise DatabaseRefused(f"The folder {path.parent} of the database does not exist. Make it first.")
        self.path = path
        self.folder: Path | None = path.resolve().parent
        self.turns: FairLock | NoLock = FairLock()
        self.reader = sa.create_engine(
            url, hide_parameters=True, pool_size=20, max_overflow=30, pool_timeout=BUDGET_SECONDS
        )
        self.writer = self.reader.execution_options(writes=True)
        event.listen(self.reader, "connect", _prepare)
        event.listen(self.reader, "begin", _begin)
        event.listen(self.reader, "reset", _end)

    def alone(self) -> AbstractContextManager[None]:
        another = DatabaseRefused("Another Candour is using this database. Stop it first.")
        return lock_files.held(self.path.with_name(f"{self.path.name}.lock"), or_raise=another)

    def is_there(self) -> bool:
        return self.path.is_file()

    def make(self) -> None:
        self.path.touch(mode=0o600)

    def wait_at_most(self, _connection: sa.Connection, _seconds: float) -> None:
        """Whoever has the turn waits for nobody."""

    def migrate_alone(self, _connection: sa.Connection) -> None:
        """There is only one program."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class PostgreSQL:
    """A server, for several replicas: unique keys, row locks and the server's clock keep them in step."""

    shared = True
    cannot_open = (
        "The database cannot be opened. Is the address in CANDOUR_DATABASE_URL right, does the server run and let "
        "this program in, and does the role own the database's schema?"
    )
    folder: Path | None = None

    def __init__(self, url: str) -> None:
        self.turns: FairLock | NoLock = NoLock()
        session = " ".join(f"-c {name}={value}" for name, value in _SESSION.items())
        self.writer = sa.create_engine(
            url,
            hide_parameters=True,
            pool_size=10,
            max_overflow=5,  # A server takes 100 connections by default: room for six replicas.
            pool_timeout=BUDGET_SECONDS,
            pool_use_lifo=True,  # The server keeps what it has learned of a statement for each connection.
            pool_pre_ping=True,  # After the server was started again, nobody is told of it.
            isolation_level="READ COMMITTED",
            connect_args={"options": session, "connect_timeout": 2, "tcp_user_timeout": 5000},
        )
        event.listen(self.writer, "reset", _end)
        # One moment for all of its questions.
        self.reader = self.writer.execution_options(isolation_level="REPEATABLE READ")

    def alone(self) -> AbstractContextManager[None]:
        return nullcontext()

    def is_there(self) -> bool:
        with self.reader.connect() as connection:
            return connection.scalar(sa.text("SELECT to_regclass('alembic_version')")) is not None

    def make(self) -> None:
        """The server's administrator makes the database."""

    def wait_at_most(self, connection: sa.Connection, seconds: float) -> None:
        if seconds != BUDGET_SECONDS:  # What the session has already.
            _set_time_outs(connection, seconds)

    def migrate_alone(self, connection: sa.Connection) -> None:
        _set_time_outs(connection, 600)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))

    def now(self) -> datetime:
        with self.reader.connect() as connection:
            told: datetime = connection.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
        return told.astimezone(UTC)


def _set_time_outs(connection: sa.Connection, seconds: float) -> None:
    milliseconds = str(max(1, int(seconds * 1000)))  # 0 would mean for ever.
    connection.execute(_TIME_OUTS, {"milliseconds": milliseconds})


def _prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None  # The driver's own BEGIN comes too late and loses updates; `_begin` says it.
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _end(connection: Any, _record: Any, _state: Any) -> None:  # noqa: ANN401 - the driver's own connection
    # SQLAlchemy takes a transaction whose COMMIT failed for ended: its lock would keep every writer out for good.
    connection.rollback()
