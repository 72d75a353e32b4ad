"""The database under torture: somebody else may hold it, its disk may be full, its server may end hard."""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import psycopg

from tests import postgres
from tests.torture.disks import Disk, disk

ENGINES = ("SQLite", "PostgreSQL")
_MEGABYTES = {"SQLite": 8, "PostgreSQL": 160}
"""Of their disks. A server makes 40 of its own, and keeps up to 64 of its log."""


class Database(Protocol):
    """A database that nobody has used. `address` is for the bot."""

    address: str

    def held(self) -> AbstractContextManager[None]:
        """Nobody else can write until the block ends."""

    def full(self, process: int) -> AbstractContextManager[None]:
        """This process, or the server that writes for it, finds no room for it until the block ends."""

    def ended_hard(self) -> AbstractContextManager[None]:
        """Its server is away until the block ends."""


class SQLite:
    """A file."""

    def __init__(self, disk: Disk) -> None:
        self._disk, self._file = disk, disk.folder / "candour.db"
        self.address = f"sqlite:///{self._file}"

    @contextmanager
    def held(self) -> Iterator[None]:
        connection = sqlite3.connect(self._file, isolation_level=None, timeout=10)
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
        finally:
            connection.close()

    def full(self, process: int) -> AbstractContextManager[None]:
        return self._disk.full(
            lambda size: resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        )

    def ended_hard(self) -> AbstractContextManager[None]:
        raise NotImplementedError  # It has no server.


class PostgreSQL:
    """A database on a server of its own."""

    def __init__(self, address: str, server: postgres.Server, disk: Disk) -> None:
        self.address, self._server, self._disk = address, server, disk

    @contextmanager
    def held(self) -> Iterator[None]:
        with psycopg.connect(self.address.replace("+psycopg", "")) as connection:
            connection.execute("LOCK TABLE report, outbox, audit_head IN ACCESS EXCLUSIVE MODE")
            yield
            connection.rollback()

    @contextmanager
    def full(self, _process: int) -> Iterator[None]:
        with self._disk.full(self._server.limit_files):
            yield
        if not self._server.is_running():  # It ends itself when it cannot write its log.
            self._server.start()

    @contextmanager
    def ended_hard(self) -> Iterator[None]:
        self._server.stop("immediate")
        yield
        self._server.start()


@contextmanager
def database(engine: str) -> Iterator[Database]:
    """An empty database on a disk and, if it needs one, a server of its own. Every COMMIT reaches the disk."""
    with disk(_MEGABYTES[engine]) as place:
        if engine == "SQLite":
            yield SQLite(place)
            return
        programs = postgres.programs()
        if programs is None:
            raise LookupError(postgres.MISSING)
        with (
            postgres.running(programs, options=postgres.DURABLE, disk=place.folder) as server,
            server.database() as address,
        ):
            yield PostgreSQL(address, server, place)
