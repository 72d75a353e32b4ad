"""Transactions. One writer at a time on SQLite, in the order they came; nothing is said to be saved before COMMIT."""

import hashlib
import hmac
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from storage.encryption import Keyring

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


class NotSaved(Exception):
    """The transaction was rolled back: nothing of it was kept."""


class OutcomeUnknown(Exception):
    """The COMMIT did not answer clearly: it may have been kept or not."""


class Work(Session):
    """A session that knows the keys of its database."""

    keyring: Keyring
    lookup_secret: bytes = b""
    audit_secret: bytes = b""

    def seal(self, plain: str, *, bound_to: str) -> bytes:
        return self.keyring.seal(plain, bound_to=bound_to)

    def unseal(self, sealed: bytes, *, bound_to: str) -> str:
        return self.keyring.open(sealed, bound_to=bound_to)

    def lookup(self, purpose: str, plain: str) -> bytes:
        """A keyed hash of `plain`, for finding a row again without storing what it stands for."""
        return hmac.digest(self.lookup_secret, f"{purpose}:{plain}".encode(), hashlib.sha256)


class Turns:
    """A lock that is taken in the order of asking. SQLite's own waiting starves: some wait for seconds."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Event] = deque()

    def take(self, seconds: float) -> bool:
        """Wait for a turn; False if it did not come within `seconds`. The first of the queue has the turn."""
        turn = threading.Event()
        with self._guard:
            self._queue.append(turn)
            if self._queue[0] is turn:
                return True
        if turn.wait(seconds):
            return True
        with self._guard:
            if turn.is_set():
                return True
            self._queue.remove(turn)
        return False

    def give_back(self) -> None:
        with self._guard:
            self._queue.popleft()
            if self._queue:
                self._queue[0].set()


class Database:
    """One database with its keys. `secrets` are set by `storage.opening` once the keys have been proven."""

    def __init__(self, url: str, keyring: Keyring) -> None:
        self._reader = _engine(url)
        self._writer = self._reader.execution_options(writes=True)
        self._turns = Turns()
        self._keyring = keyring
        self.lookup_secret = b""
        self.audit_secret = b""

    @property
    def engine(self) -> sa.Engine:
        return self._writer

    @contextmanager
    def writing(self, *, wait: float = BUDGET_SECONDS) -> Iterator[Work]:
        """One transaction: everything in it is kept, or nothing. Raises `NotSaved` or `OutcomeUnknown`."""
        if not self._turns.take(wait):
            raise NotSaved("the database is busy")
        try:
            with self._work(self._writer) as work:
                yield work
                _commit(work)
        finally:
            self._turns.give_back()

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A consistent view that changes nothing."""
        with self._work(self._reader) as work:
            yield work

    def close(self) -> None:
        self._reader.dispose()

    @contextmanager
    def _work(self, engine: sa.Engine) -> Iterator[Work]:
        work = Work(engine, expire_on_commit=False)
        work.keyring = self._keyring
        work.lookup_secret, work.audit_secret = self.lookup_secret, self.audit_secret
        try:
            with work:
                yield work
        except SQLAlchemyError as error:
            # Type only: the message of a database error can hold what was being saved.
            raise NotSaved(type(error).__name__) from None


def _commit(work: Work) -> None:
    work.flush()
    try:
        work.commit()
    except SQLAlchemyError as error:
        raise OutcomeUnknown(type(error).__name__) from None


def _engine(url: str) -> sa.Engine:
    engine = sa.create_engine(
        url, hide_parameters=True, pool_size=20, max_overflow=30, pool_timeout=BUDGET_SECONDS, pool_pre_ping=False
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "reset", _end)
    return engine


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
