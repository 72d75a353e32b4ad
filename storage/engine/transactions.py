"""Transactions: nothing counts as saved before COMMIT has answered."""

import hashlib
import hmac
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound, SQLAlchemyError
from sqlmodel import Session, SQLModel

from storage.engine import backends
from storage.engine.backends import BUDGET_SECONDS, UNTIL
from storage.engine.choose import choose_backend
from storage.engine.encryption import Keyring
from storage.engine.fair_semaphore import FairSemaphore

_P = ParamSpec("_P")
_R = TypeVar("_R")


_RANDOM_PLACE = f"-(random() & {2**62 - 1}) - 1"
"""In SQLite's words, because each row needs one of its own."""


class NotSaved(Exception):
    """The transaction was rolled back: nothing of it is in the database."""


class RowMissing(NotSaved):
    """A row that must be there is not there."""


class Conflict(NotSaved):
    """Another replica's transaction came first. A retry sees what that one has saved."""


class OutcomeUnknown(Exception):
    """The COMMIT did not answer clearly: the transaction may have been saved or not."""


def retry_on_conflict(act: Callable[_P, _R]) -> Callable[_P, _R]:
    """Call `act` again after a `Conflict`. It must be one transaction, or something that may be done twice."""

    @wraps(act)
    def acted(*arguments: _P.args, **named: _P.kwargs) -> _R:
        try:
            return act(*arguments, **named)
        except Conflict:
            return act(*arguments, **named)

    return acted


@dataclass(frozen=True)
class ClaimKeys:
    """The keys of claim codes, the newest first: what makes codes, what finds threads, and what unwraps them.

    The first two follow from CANDOUR_KEYS and are not in the database.
    """

    making: tuple[bytes, ...] = ()
    finding: tuple[bytes, ...] = ()
    unwrapping: bytes = b""


class Transaction(Session):
    """A session that knows the keys of its database."""

    keyring: Keyring
    lookup_secret: bytes = b""
    audit_secret: bytes = b""
    claim_keys: ClaimKeys = ClaimKeys()

    def seal(self, core: str, *, bound_to: str) -> bytes:
        return self.keyring.seal(core, bound_to=bound_to)

    def unseal(self, sealed: bytes, *, bound_to: str) -> str:
        return self.keyring.open(sealed, bound_to=bound_to)

    def keyed_hash(self, purpose: str, core: str) -> bytes:
        """A keyed hash of `core`, for finding a row again without storing what it stands for."""
        return hmac.digest(self.lookup_secret, f"{purpose}:{core}".encode(), hashlib.sha256)

    @cached_property
    def core(self) -> sa.Connection:
        """The transaction without the session's bookkeeping, which costs more than the database."""
        return self.connection()

    def hide_order(self, of: type[SQLModel], row_id: UUID, *, by: str = "id") -> None:
        """Where a row lies tells when it was written. On SQLite it moves to a random place before all others.

        `by` is the column with the id, which several rows may have.
        """
        if self.core.dialect.name == "sqlite":
            move = f"UPDATE {table(of).name} SET rowid = {_RANDOM_PLACE} WHERE {by} = :row"  # noqa: S608 - our own names
            self.core.execute(sa.text(move), {"row": row_id.hex})

    def insert(self, of: type[SQLModel], values: Mapping[str, Any]) -> None:
        """Insert a row now."""
        self.core.execute(_insert(of), values)

    def insert_once(self, row: SQLModel) -> bool:
        """Insert `row` unless one of its unique keys is taken; True if it was inserted."""
        return bool(self.insert_all_once(type(row), [row.model_dump(exclude_none=True)]))

    def insert_all_once(
        self, of: type[SQLModel], rows: Sequence[dict[str, Any]], *, key: str | None = None
    ) -> Sequence[sa.Row[*tuple[Any, ...]]]:
        """Insert each of these rows unless its `key`, or any unique one, is taken; returns their primary keys.

        All have the same columns. They are inserted in this order: where two replicas might meet, sort them.
        """
        return backends.insert_once(self.core, table(of), rows, key=key) if rows else []


def table(of: type[SQLModel]) -> sa.Table:
    """The table behind these rows, for statements without the session's bookkeeping."""
    found: sa.Table = sa.inspect(of).local_table
    return found


@cache
def _insert(of: type[SQLModel]) -> sa.Insert:
    # Made once: to make a statement, and to find it among the compiled ones, takes longer than to run it.
    return sa.insert(table(of)).inline()


class Database:
    """One database with its keys. `secrets` are set by `storage.engine.connect` once the keys have been proven."""

    def __init__(self, url: str, keyring: Keyring) -> None:
        self.backend = choose_backend(url)
        self.keyring = keyring
        self.lookup_secret = b""
        self.audit_secret = b""
        self.claim_keys = ClaimKeys()

    @property
    def engine(self) -> sa.Engine:
        return self.backend.writer

    @property
    def shared(self) -> bool:
        """Whether other replicas may be at work in it."""
        return self.backend.shared

    def now(self) -> datetime:
        """The time that all replicas share."""
        return self.backend.now()

    @contextmanager
    def writing(self, *, wait: float = BUDGET_SECONDS) -> Iterator[Transaction]:
        """One transaction: everything in it is kept, or nothing. Raises `NotSaved` or `OutcomeUnknown`.

        It takes at most `wait` seconds in all: waiting for other writers, for a connection and for locks included.
        """
        until = time.monotonic() + wait
        with (
            _place(self.backend.writers, until),
            _place(self.backend.connections, until),
            self._transaction(self.backend.writer, until=until) as transaction,
        ):
            yield transaction
            self._commit(transaction, until=until)

    @contextmanager
    def reading(self, *, wait: float | None = None) -> Iterator[Transaction]:
        """A consistent view that changes nothing. It takes at most `wait` seconds in all, if that is given."""
        until = None if wait is None else time.monotonic() + wait
        with (
            _place(self.backend.connections, until or time.monotonic() + BUDGET_SECONDS),
            self._transaction(self.backend.reader, until=until) as transaction,
        ):
            yield transaction

    def close(self) -> None:
        self.backend.close()

    @contextmanager
    def _transaction(self, engine: sa.Engine, *, until: float | None) -> Iterator[Transaction]:
        transaction = Transaction(engine, expire_on_commit=False)
        transaction.keyring = self.keyring
        transaction.lookup_secret, transaction.audit_secret = self.lookup_secret, self.audit_secret
        transaction.claim_keys = self.claim_keys
        try:
            with transaction:
                if until is not None:
                    transaction.connection(execution_options={UNTIL: until})
                yield transaction
        except NoResultFound as error:
            raise RowMissing(type(error).__name__) from None
        except SQLAlchemyError as error:
            # Type only: the message of a database error can hold what was being saved.
            refusal = Conflict if backends.is_conflict(error) else NotSaved
            raise refusal(type(error).__name__) from None

    def _commit(self, transaction: Transaction, *, until: float) -> None:
        transaction.flush()
        if time.monotonic() > until:
            raise NotSaved("the transaction took too long")
        if not self.backend.is_still_the_same():
            raise NotSaved("the database's file is gone, or another one has its name")
        try:
            transaction.commit()
        except SQLAlchemyError as error:
            raise OutcomeUnknown(type(error).__name__) from None
        if not self.backend.is_still_the_same():
            raise OutcomeUnknown("the database's file was taken away meanwhile")


@contextmanager
def _place(semaphore: FairSemaphore, until: float) -> Iterator[None]:
    if not semaphore.acquire(until - time.monotonic()):
        raise NotSaved("the database is busy")
    try:
        yield
    finally:
        semaphore.release()
