"""Copies a SQLite database while it is written to; seals the copy into a file, and unseals it.

Only SQLite's own copy is whole, because the newest rows of a running database are not in its file yet.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from storage.backup import encrypted_file, sqlite_files
from storage.backup.encrypted_file import BackupRefused
from storage.engine import lock_files
from storage.engine.backends import DatabaseRefused
from storage.engine.choose import choose_backend
from storage.engine.encryption import Keyring
from storage.engine.sqlite import SQLite
from storage.engine.transactions import NotSaved, OutcomeUnknown


def database_file(url: str) -> Path | None:
    """The file of a SQLite database; None if the database lies on a server."""
    backend = choose_backend(url)
    return backend.path if isinstance(backend, SQLite) else None


@contextmanager
def as_backup_refused() -> Iterator[None]:
    """Turn every refusal of a disk or database inside the block into a `BackupRefused`."""
    try:
        yield
    except OSError as error:
        raise BackupRefused(f"The file system refused: {error.strerror}. Nothing was replaced.") from None
    except (sqlite3.Error, NotSaved, OutcomeUnknown) as error:
        raise BackupRefused(
            f"The copy could not be made ({type(error).__name__}). Is the database sound, and is there room on the "
            "disk? Nothing was replaced."
        ) from None


def refuse_to_overwrite(file: Path) -> None:
    """Raise `BackupRefused` if the file exists: an older backup may be the only good one."""
    if file.exists():
        raise BackupRefused(f"{file} is there already. Give the backup a name of its own, such as one with the date.")


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A whole, checked copy beside the database, as it is at one moment. It is removed when the block ends."""
    if not path.is_file():
        raise DatabaseRefused("There is no database yet. Start the bot once.")
    another = BackupRefused("Another backup is being made. Wait until it is done.")
    lock = sqlite_files.beside(path, ".copy.lock")
    with lock_files.lock(lock, or_raise=another), sqlite_files.staged(path, "copy") as copy:
        _copy(path, copy)
        yield copy


@contextmanager
def unsealed(file: Path, path: Path, keyring: Keyring) -> Iterator[Path]:
    """The database that a backup holds, checked, in a file beside `path`. It is removed when the block ends."""
    with sqlite_files.staged(path, "restoring") as restoring:
        with file.open("rb") as source, restoring.open("wb") as into:
            encrypted_file.unseal(source, into, keyring)
            sqlite_files.sync_file(into)
        sqlite_files.raise_if_damaged(restoring)
        yield restoring


def write(copy: Path, file: Path, keyring: Keyring) -> None:
    """Seal a copy into a new file and read it back. Only then the file gets its name."""
    with _part_of(file) as (part, into):
        with copy.open("rb") as source:
            encrypted_file.seal(source, into, keyring)
        sqlite_files.sync_file(into)
        _read_back(part, copy, keyring)
        refuse_to_overwrite(file)
        part.rename(file)
    sqlite_files.sync_folder(file.parent)


def _copy(path: Path, copy: Path) -> None:
    with (
        closing(sqlite_files.connected_to_read(path)) as source,
        closing(sqlite3.connect(copy, isolation_level=None)) as target,
    ):
        source.execute("BEGIN")  # The counts and the copy see the same moment.
        counted = _counts(source)
        source.backup(target)
        if _counts(target) != counted:
            raise BackupRefused("The copy does not have as many rows as the database, so it is not kept.")
    sqlite_files.raise_if_damaged(copy)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: _count(connection, name) for (name,) in tables}


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - a table's own name
    return int(count)


def _read_back(part: Path, copy: Path, keyring: Keyring) -> None:
    found = _Digest()
    with part.open("rb") as sealed:
        encrypted_file.unseal(sealed, found, keyring)
    with copy.open("rb") as source:
        if hashlib.file_digest(source, "sha256").digest() != found.digest.digest():
            raise BackupRefused("What was written is not what was copied, so it is not kept. Is the disk sound?")


class _Digest(BytesIO):
    """A file that keeps only the digest of what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = hashlib.sha256()

    def write(self, content: bytes) -> int:  # type: ignore[override]  # Only bytes are written to it.
        self.digest.update(content)
        return len(content)


@contextmanager
def _part_of(file: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file under another name, into which one program at a time writes until it is whole."""
    part = sqlite_files.beside(file, ".part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BackupRefused(
            f"{part} is there: a backup is being written, or one broke off. If so, remove it."
        ) from None
    try:
        with os.fdopen(descriptor, "wb") as into:
            yield part, into
    finally:
        part.unlink(missing_ok=True)
