"""Opening a database: at the schema this program knows, with the keys it was sealed with."""

import base64
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from storage.engine.backends import DatabaseRefused
from storage.engine.choose import choose_backend
from storage.engine.encryption import Keyring, SealBroken
from storage.engine.transactions import Database, NotSaved, OutcomeUnknown, Transaction
from storage.tables.base import SecretRow

_MIGRATIONS = Path(__file__).parent.parent / "migrations"
_SECRETS = ("lookup", "audit")
_SECRET_BYTES = 32
_STARTING_SECONDS = 30.0
"""Seconds: while a program starts, nobody waits for an answer."""


def alone(url: str) -> AbstractContextManager[None]:
    """Hold the lock that keeps a second process out, where there may be only one, or raise `DatabaseRefused`."""
    return choose_backend(url).alone()


def is_there(url: str, keyring: Keyring) -> bool:
    """Whether a Candour has used this database before. Raises `DatabaseRefused`."""
    with _opened_or_closed(Database(url, keyring)) as database:
        found = database.backend.is_there()
    database.close()
    return found


def open_database(url: str, keyring: Keyring) -> Database:
    """The database, migrated, with its keys proven. The caller holds `alone`."""
    with (
        _opened_or_closed(make_tables(url, keyring)) as database,
        database.writing(wait=_STARTING_SECONDS) as transaction,
    ):
        _make_secrets(transaction)
        _unlock(transaction, database)
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
        if not database.backend.is_there():
            raise DatabaseRefused("There is no database yet. Start the bot once.")
        with database.reading() as transaction:
            if not at_head(transaction):
                raise DatabaseRefused(
                    "The database is of another version. Start the bot once to bring it up to date."
                )
            _unlock(transaction, database)
    return database


def at_head(transaction: Transaction) -> bool:
    """Whether the tables are those that this program knows."""
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


def _migrate(database: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["backend"] = database.backend
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with database.reading() as transaction:
        here = MigrationContext.configure(transaction.connection()).get_current_revision()
    if here is not None and here not in known:
        raise DatabaseRefused("The database was made by a newer Candour. Install that version, or restore a backup.")
    command.upgrade(config, "head")


@cache
def _head() -> str | None:
    return ScriptDirectory(str(_MIGRATIONS)).get_current_head()


def _make_secrets(transaction: Transaction) -> None:
    """Make the secrets the first time. Of several replicas that start at once, one makes them for all."""
    for name in _SECRETS:
        fresh = base64.b64encode(os.urandom(_SECRET_BYTES)).decode()
        transaction.insert_once(
            SecretRow(name=name, value_sealed=transaction.seal(fresh, bound_to=f"secret.value:{name}"))
        )


def _unlock(transaction: Transaction, database: Database) -> None:
    """Open the secrets with the keys, which proves them."""
    secrets = {}
    for name in _SECRETS:
        row = transaction.get(SecretRow, name)
        if row is None:
            raise DatabaseRefused("The database holds no secrets yet. Start the bot once.")
        secrets[name] = _opened(transaction, row)
    database.lookup_secret, database.audit_secret = secrets["lookup"], secrets["audit"]


def _opened(transaction: Transaction, row: SecretRow) -> bytes:
    try:
        return base64.b64decode(transaction.unseal(row.value_sealed, bound_to=f"secret.value:{row.name}"))
    except SealBroken:
        raise DatabaseRefused(
            "CANDOUR_KEYS is not the key that this database was sealed with. Put the right key back; "
            "without it nobody can read what was reported."
        ) from None
