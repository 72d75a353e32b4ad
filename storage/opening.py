"""Opening a database: one process only, at the schema this program knows, with the keys it was sealed with."""

import base64
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database, NotSaved, OutcomeUnknown, Work
from storage.encryption import Keyring, SealBroken
from storage.tables import SecretRow

_MIGRATIONS = Path(__file__).parent / "migrations"
_SECRETS = ("lookup", "audit")
_SECRET_BYTES = 32


class DatabaseRefused(Exception):
    """The database cannot be used. The message says why and how to mend it."""


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Hold the lock that keeps a second process out, or raise `DatabaseRefused`."""
    path = f"{file_of(url)}.lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise DatabaseRefused("Another Candour is using this database. Stop it first.") from None
    finally:
        os.close(descriptor)


def file_of(url: str) -> Path:
    """The file of a SQLite database, or raise `DatabaseRefused`: other engines are not supported yet."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or not parts.database or parts.database == ":memory:":
        raise DatabaseRefused("CANDOUR_DATABASE_URL must name a SQLite file, such as sqlite:///candour.db")
    path = Path(parts.database)
    if not path.parent.is_dir():
        raise DatabaseRefused(f"The folder {path.parent} of the database does not exist. Make it first.")
    return path


def open_database(url: str, keyring: Keyring) -> Database:
    """The database, migrated, with its keys proven. The caller holds `alone`."""
    path = file_of(url)
    path.touch(mode=0o600)
    with _opened_or_closed(Database(url, keyring)) as database:
        _migrate(database)
        with database.writing() as work:
            _unlock(work, database, make=True)
    return database


def open_to_read(url: str, keyring: Keyring) -> Database:
    """The database as it is, for commands that change nothing."""
    if not file_of(url).is_file():
        raise DatabaseRefused("There is no database yet. Start the bot once.")
    with _opened_or_closed(Database(url, keyring)) as database, database.reading() as work:
        _at_head(work)
        _unlock(work, database, make=False)
    return database


@contextmanager
def _opened_or_closed(database: Database) -> Iterator[Database]:
    try:
        yield database
    except (NotSaved, OutcomeUnknown, SQLAlchemyError):
        database.close()
        raise DatabaseRefused(
            "The database cannot be opened. Is the file a Candour database, is there room on the disk, and does no "
            "other program hold it?"
        ) from None
    except BaseException:
        database.close()
        raise


def _migrate(database: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["engine"] = database.engine
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with database.reading() as work:
        here = MigrationContext.configure(work.connection()).get_current_revision()
    if here is not None and here not in known:
        raise DatabaseRefused("The database was made by a newer Candour. Install that version, or restore a backup.")
    command.upgrade(config, "head")


def _at_head(work: Work) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    here = MigrationContext.configure(work.connection()).get_current_revision()
    if here != ScriptDirectory.from_config(config).get_current_head():
        raise DatabaseRefused("The database is of another version. Start the bot once to bring it up to date.")


def _unlock(work: Work, database: Database, *, make: bool) -> None:
    """Open the secrets with the keys, which proves them; make the secrets the first time."""
    secrets = {}
    for name in _SECRETS:
        row = work.get(SecretRow, name)
        if row is None and make:
            fresh = base64.b64encode(os.urandom(_SECRET_BYTES)).decode()
            row = SecretRow(name=name, value_sealed=work.seal(fresh, bound_to=f"secret.value:{name}"))
            work.add(row)
        if row is None:
            raise DatabaseRefused("The database holds no secrets yet. Start the bot once.")
        secrets[name] = _opened(work, row)
    database.lookup_secret, database.audit_secret = secrets["lookup"], secrets["audit"]


def _opened(work: Work, row: SecretRow) -> bytes:
    try:
        return base64.b64decode(work.unseal(row.value_sealed, bound_to=f"secret.value:{row.name}"))
    except SealBroken:
        raise DatabaseRefused(
            "CANDOUR_KEYS is not the key that this database was sealed with. Put the right key back; "
            "without it nobody can read what was reported."
        ) from None
