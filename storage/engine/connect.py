"""Opens a database: the one that is meant, at the schema that this program knows, with the keys that sealed it."""

import base64
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from storage.engine import keys_in_use
from storage.engine.backends import DatabaseRefused
from storage.engine.choose import choose_backend
from storage.engine.encryption import Keyring, SealBroken
from storage.engine.transactions import ClaimKeys, Database, NotSaved, OutcomeUnknown, Transaction
from storage.tables.audit import AuditHeadRow
from storage.tables.base import SecretRow

_MIGRATIONS = Path(__file__).parent.parent / "migrations"
_SECRETS = ("lookup", "audit")
_UNWRAPPING = "unwrapping"
"""The secret with which a claim code unwraps which report it belongs to."""
_SECRET_BYTES = 32
_NONE_YET = "There is no database yet. Start the bot once with: python -m bot run --new"
_LOST = "The database has lost its secrets, so its audit trail cannot be proven. Restore a backup."
_STARTING_SECONDS = 30.0
"""While a program starts, nobody waits for an answer."""


def alone(url: str) -> AbstractContextManager[None]:
    """Hold the lock that keeps a second process out, where there may be only one, or raise `DatabaseRefused`."""
    return choose_backend(url).alone()


def is_there(url: str, keyring: Keyring) -> bool:
    """True if a Candour has used this database before. Raises `DatabaseRefused`."""
    with _opened_or_closed(Database(url, keyring)) as database:
        found = _has_secrets(database)
    database.close()
    return found


def raise_unless_it_can_be_made(url: str, keyring: Keyring) -> None:
    """Raise `DatabaseRefused` if no new database could be made at this address."""
    with _opened_or_closed(Database(url, keyring)) as database:
        database.backend.raise_unless_it_can_be_made()
    database.close()


def open_database(url: str, keyring: Keyring) -> Database:
    """The database that is there, migrated, with its keys proven. The caller holds `alone`."""
    with _opened_or_closed(Database(url, keyring)) as database:
        if not _has_secrets(database):
            raise DatabaseRefused(
                f"There is no Candour database at {database.backend.place}. If there should be one, mount its disk, "
                "mend CANDOUR_DATABASE_URL or restore a backup. To make a new one: python -m bot run --new"
            )
        _migrate(database)
        _prepare(database)
    return database


def make_or_open_database(url: str, keyring: Keyring) -> Database:
    """The same; a new one if none is there."""
    with _opened_or_closed(make_tables(url, keyring)) as database:
        with database.writing(wait=_STARTING_SECONDS) as transaction:
            _make_secrets(transaction)
        _prepare(database)
    return database


def make_tables(url: str, keyring: Keyring) -> Database:
    """The database, migrated. A new one has nothing in its tables, not even secrets: a copy brings its own."""
    with _opened_or_closed(Database(url, keyring)) as database:
        database.backend.make()
        _migrate(database)
    return database


def open_to_read(url: str, keyring: Keyring) -> Database:
    """The database as it is, for commands that change nothing."""
    with _opened_or_closed(Database(url, keyring)) as database:
        if not database.backend.exists():
            raise DatabaseRefused(_NONE_YET)
        with database.reading() as transaction:
            _refuse_a_newer_one(transaction)
            if not at_head(transaction):
                raise DatabaseRefused("The database is of an older Candour. Start the bot once to update it.")
            _unlock(transaction, database)
    return database


def at_head(transaction: Transaction) -> bool:
    """True if the tables are those that this program knows."""
    return MigrationContext.configure(transaction.connection()).get_current_revision() == _head()


@contextmanager
def _opened_or_closed(database: Database) -> Iterator[Database]:
    try:
        yield database
    except (NotSaved, OutcomeUnknown, SQLAlchemyError):
        database.close()
        raise DatabaseRefused(database.backend.cannot_open) from None
    except BaseException:
        database.close()
        raise


def _has_secrets(database: Database) -> bool:
    if not database.backend.exists():
        return False
    with database.reading() as transaction:
        if not sa.inspect(transaction.core).has_table("secret"):
            return False
        return transaction.get(SecretRow, _SECRETS[0]) is not None


def _migrate(database: Database) -> None:
    with database.reading() as transaction:
        if at_head(transaction):  # Reading all migrations takes longer than everything else at a start.
            return
        _refuse_a_newer_one(transaction)
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["backend"] = database.backend
    command.upgrade(config, "head")


def _refuse_a_newer_one(transaction: Transaction) -> None:
    here = MigrationContext.configure(transaction.connection()).get_current_revision()
    if here is not None and here not in _known():
        raise DatabaseRefused("The database was made by a newer Candour. Install that version, or restore a backup.")


@cache
def _known() -> frozenset[str]:
    return frozenset(script.revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions())


@cache
def _head() -> str | None:
    return ScriptDirectory(str(_MIGRATIONS)).get_current_head()


def _prepare(database: Database) -> None:
    """Prove the keys, and note with which one this program seals from now on."""
    with database.writing(wait=_STARTING_SECONDS) as transaction:
        _make_unwrapping(transaction)
        _unlock(transaction, database)
        keys_in_use.note(transaction)


def _make_secrets(transaction: Transaction) -> None:
    """Make the secrets the first time. Of several replicas that start at once, one makes them for all.

    Never in a database that has been used: what was hashed with the old ones would not be found again.
    """
    if transaction.get_one(AuditHeadRow, 1).seq:
        return
    made = [_make_secret(transaction, name) for name in _SECRETS]
    if all(made):
        keys_in_use.note_first(transaction)


def _make_secret(transaction: Transaction, name: str) -> bool:
    """True if there was none of this name."""
    fresh = base64.b64encode(os.urandom(_SECRET_BYTES)).decode()
    sealed = transaction.seal(fresh, bound_to=f"secret.value:{name}")
    return transaction.insert_once(SecretRow(name=name, value_sealed=sealed))


def _make_unwrapping(transaction: Transaction) -> None:
    """A database of an older version gets this secret when it is first opened by this one."""
    if transaction.get(SecretRow, _UNWRAPPING) is None:
        _make_secret(transaction, _UNWRAPPING)


def _claim_keys(transaction: Transaction) -> ClaimKeys:
    row = transaction.get(SecretRow, _UNWRAPPING)
    kept = transaction.exec(select(SecretRow).where(col(SecretRow.name).startswith(f"{keys_in_use.FINDING}.")))
    keyring = transaction.keyring
    return ClaimKeys(
        making=tuple(keyring.derived("claim codes").values()),
        finding=(*keyring.derived(keys_in_use.FINDING).values(), *(_opened(transaction, each) for each in kept)),
        unwrapping=_opened(transaction, row) if row else b"",
    )


def _unlock(transaction: Transaction, database: Database) -> None:
    """Open the secrets with the keys, which proves them, and prove every other key that is needed."""
    keys_in_use.raise_if_missing(transaction)
    secrets = {}
    for name in _SECRETS:
        row = transaction.get(SecretRow, name)
        if row is None:
            used = transaction.get_one(AuditHeadRow, 1).seq
            raise DatabaseRefused(_LOST if used else _NONE_YET)
        secrets[name] = _opened(transaction, row)
    keys_in_use.prove(transaction)
    database.lookup_secret, database.audit_secret = secrets["lookup"], secrets["audit"]
    database.claim_keys = _claim_keys(transaction)


def _opened(transaction: Transaction, row: SecretRow) -> bytes:
    try:
        return base64.b64decode(transaction.unseal(row.value_sealed, bound_to=f"secret.value:{row.name}"))
    except SealBroken:
        raise DatabaseRefused(
            "CANDOUR_KEYS is not the key that this database was sealed with. Put the right key back; "
            "without it nobody can read what was reported."
        ) from None
