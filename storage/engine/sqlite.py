"""SQLite: a file for one program. Its writers take turns, and each begins with the lock.

A file is found by its name, and a name can come to mean another file: it is deleted, moved or restored, or its volume
is not mounted. So the identity of each file is noted when it is opened, and compared before anything counts as saved.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event

from storage.engine import lock_files
from storage.engine.backends import BUDGET_SECONDS, UNTIL, DatabaseInUse, DatabaseRefused
from storage.engine.fair_semaphore import FairSemaphore

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # An acknowledged report survives a power cut.
    f"busy_timeout={int(BUDGET_SECONDS * 1000)}",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
)
_POOL_SIZE, _OVERFLOW = 20, 30
_FILES = ("", "-wal", "-shm")
"""What makes up an open database. Rows that are in the log only are lost with it."""
_PAGE_BYTES = 4096


class SQLite:
    """The engine for one file."""

    shared = False
    cannot_open = (
        "The database cannot be opened. Is the file a Candour database, is there room on the disk, and does no "
        "other program hold it?"
    )

    def __init__(self, path: Path) -> None:
        # Whatever links lead there: the lock and the log lie beside the file itself.
        self.path = path.resolve()
        if not self.path.parent.is_dir():
            raise DatabaseRefused(f"The folder {path.parent} of the database does not exist. Make it first.")
        self.place = str(self.path)
        self.folder: Path | None = self.path.parent
        self.writers = FairSemaphore(1)
        self.connections = FairSemaphore(_POOL_SIZE + _OVERFLOW)
        self._uri = f"file:{quote(str(self.path))}?mode=rw"  # A connection never makes a file.
        self._anchor: sqlite3.Connection | None = None
        self._identity: tuple[tuple[int, int], ...] = ()
        self.reader = sa.create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=sa.QueuePool,
            hide_parameters=True,
            pool_size=_POOL_SIZE,
            max_overflow=_OVERFLOW,
            pool_timeout=BUDGET_SECONDS,
        )
        self.writer = self.reader.execution_options(writes=True)
        event.listen(self.reader, "begin", _begin)
        event.listen(self.reader, "reset", _roll_back)

    @contextmanager
    def alone(self) -> Iterator[None]:
        another = DatabaseInUse("Another Candour is using this database. Stop it first.")
        with ExitStack() as locks:
            locks.enter_context(lock_files.lock(self.path.with_name(f"{self.path.name}.lock"), or_raise=another))
            if self.path.is_file():  # The lock of the file itself holds by whatever name another program knows it.
                locks.enter_context(lock_files.lock(self.path, or_raise=another))
            yield

    def exists(self) -> bool:
        return self.path.is_file() and self.path.stat().st_size > 0  # To connect to an empty file would change it.

    def make(self) -> None:
        self.path.touch(mode=0o600)

    def raise_unless_it_can_be_made(self) -> None:
        try:
            with TemporaryFile(dir=self.path.parent) as file:
                file.write(bytes(_PAGE_BYTES))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DatabaseRefused(
                f"The folder {self.path.parent} takes no new file: {error.strerror}. Let this program write there."
            ) from None

    def is_still_the_same(self) -> bool:
        return self._found() == self._identity

    def migrate_alone(self, _connection: sa.Connection) -> None:
        """There is only one program."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def close(self) -> None:
        self.reader.dispose()
        if self._anchor:
            self._anchor.close()
            self._anchor = None

    def _connect(self) -> sqlite3.Connection:
        if self._anchor is None:
            self._anchor = self._opened()
            self._identity = self._found()
        self._raise_if_another()  # First: SQLite would make a new log.
        connection = self._opened()
        try:
            self._raise_if_another()
        except sqlite3.OperationalError:
            connection.close()
            raise
        return connection

    def _raise_if_another(self) -> None:
        if not self.is_still_the_same():
            raise sqlite3.OperationalError("the name of the database means another file now")

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._uri, uri=True, timeout=BUDGET_SECONDS, check_same_thread=False, isolation_level=None
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # Only now the log is open.
        return connection

    def _found(self) -> tuple[tuple[int, int], ...]:
        """The identity of each file that these names mean now."""
        return tuple(_identity(f"{self.path}{ending}") for ending in _FILES)


def _identity(file: str) -> tuple[int, int]:
    try:
        found = os.stat(file)  # noqa: PTH116 - twice a commit; three times as fast as a Path
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino


def _begin(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    left = options[UNTIL] - time.monotonic() if UNTIL in options else BUDGET_SECONDS
    connection.exec_driver_sql(f"PRAGMA busy_timeout={max(0, int(left * 1000))}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")


def _roll_back(connection: Any, _record: Any, _state: Any) -> None:  # noqa: ANN401 - the driver's own connection
    # SQLAlchemy takes a transaction whose COMMIT failed for ended: its lock would keep every writer out for good.
    connection.rollback()
