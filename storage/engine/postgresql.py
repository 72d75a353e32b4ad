"""PostgreSQL: a server for several replicas. Unique keys, row locks and the server's clock keep them in step."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from storage.engine.backends import BUDGET_SECONDS, UNTIL, DatabaseRefused
from storage.engine.fair_semaphore import FairSemaphore

_SESSION = {
    "synchronous_commit": "on",  # An acknowledged report survives a power cut.
    "lock_timeout": f"{int(BUDGET_SECONDS * 1000)}",
    "statement_timeout": f"{int(BUDGET_SECONDS * 1000)}",
    "idle_in_transaction_session_timeout": "10000",  # A replica that froze keeps its locks no longer than this.
    "timezone": "UTC",
}
_TIME_OUTS = "SELECT set_config('lock_timeout', %(ms)s, true), set_config('statement_timeout', %(ms)s, true)"
_LIMIT = "limit"
"""Where a connection remembers for how many seconds the server lets its statements wait."""
_INEXACT = 1 / 8
"""The share by which that may be wrong: to correct it costs a round trip."""
CONNECT_SECONDS = 2
_POOL_SIZE, _OVERFLOW = 10, 5
"""A server takes 100 connections by default: room for six replicas."""
_FOR_READERS = 3
"""Connections that writers never take: who looks whether a form was saved must not wait for those who wait."""
_MIGRATING = 0x43414E44
"""The advisory lock that one replica holds while it migrates: any number that nothing else here takes."""
_MIGRATING_SECONDS = 600.0


class PostgreSQL:
    """The engine for one database on a server."""

    shared = True
    cannot_open = (
        "The database cannot be opened. Is the address in CANDOUR_DATABASE_URL right, does the server run and let "
        "this program in, and does the role own the database's schema?"
    )
    folder: Path | None = None

    def __init__(self, url: str) -> None:
        self.place = f"the PostgreSQL database {make_url(url).database}"
        self.writers = FairSemaphore(_POOL_SIZE + _OVERFLOW - _FOR_READERS)
        self.connections = FairSemaphore(_POOL_SIZE + _OVERFLOW)
        session = " ".join(f"-c {name}={value}" for name, value in _SESSION.items())
        self.writer = sa.create_engine(
            url,
            hide_parameters=True,
            pool_size=_POOL_SIZE,
            max_overflow=_OVERFLOW,
            pool_timeout=BUDGET_SECONDS,
            pool_use_lifo=True,  # The server keeps what it has learned of a statement for each connection.
            pool_pre_ping=True,  # After the server was started again, nobody is told of it.
            isolation_level="READ COMMITTED",
            connect_args={"options": session, "connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": 5000},
        )
        event.listen(self.writer, "connect", _refuse_other_encodings, insert=True)  # Before SQLAlchemy reads a text.
        event.listen(self.writer, "begin", _begin)
        event.listen(self.writer, "before_cursor_execute", _limit)
        event.listen(self.writer, "reset", _roll_back)
        # One moment for all of its questions.
        self.reader = self.writer.execution_options(isolation_level="REPEATABLE READ")

    @contextmanager
    def alone(self) -> Iterator[None]:
        yield

    def exists(self) -> bool:
        return True

    def make(self) -> None:
        """The server's administrator makes the database."""

    def raise_unless_it_can_be_made(self) -> None:
        try:
            with self.writer.connect() as connection:
                connection.exec_driver_sql("CREATE TABLE candour_may_make_tables (id integer)")
                connection.rollback()
        except SQLAlchemyError as error:
            raise DatabaseRefused(
                f"No table can be made in {self.place} ({type(error).__name__}). Let the role own the schema that "
                "its search_path names, and use a server that takes writes."
            ) from None

    def is_still_the_same(self) -> bool:
        return True

    def migrate_alone(self, connection: sa.Connection) -> None:
        connection.exec_driver_sql(_TIME_OUTS, {"ms": _milliseconds(_MIGRATING_SECONDS)})
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))

    def now(self) -> datetime:
        with self.reader.connect() as connection:
            moment: datetime = connection.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
        return moment.astimezone(UTC)

    def close(self) -> None:
        self.writer.dispose()


def _refuse_other_encodings(connection: psycopg.Connection[Any], _record: object) -> None:
    """Other encodings cannot hold every name; in SQL_ASCII texts come as bytes."""
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise DatabaseRefused(
            f"The database in CANDOUR_DATABASE_URL has the encoding {encoding}. Make one with UTF8."
        )


def _begin(connection: sa.Connection) -> None:
    connection.info[_LIMIT] = BUDGET_SECONDS  # As the session says.


def _limit(connection: sa.Connection, cursor: Any, *_: object) -> None:  # noqa: ANN401 - the driver's own cursor
    """Let no statement wait for longer than the transaction has left."""
    until = connection.get_execution_options().get(UNTIL)
    if until is None:
        return
    left = until - time.monotonic()
    if left <= 0:
        raise sa.exc.TimeoutError("the transaction took too long")
    if abs(left - connection.info[_LIMIT]) > _INEXACT * connection.info[_LIMIT]:
        cursor.connection.execute(_TIME_OUTS, {"ms": _milliseconds(left)})
        connection.info[_LIMIT] = left


def _milliseconds(seconds: float) -> str:
    return str(max(1, int(seconds * 1000)))  # 0 would mean for ever.


def _roll_back(connection: Any, _record: Any, _state: Any) -> None:  # noqa: ANN401 - the driver's own connection
    # SQLAlchemy takes a transaction whose COMMIT failed for ended: its lock would keep every writer out for good.
    connection.rollback()
