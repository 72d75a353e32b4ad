"""Copies of a database, as SQLite files: taken while it is written to, checked, sealed, and put back in place.

Only the copy that SQLite itself makes is whole: the newest rows of a running database are not in its file yet.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from storage import backends, sealed_files
from storage.audit import Head
from storage.backends import DatabaseRefused
from storage.database import NotSaved, OutcomeUnknown
from storage.encryption import Keyring
from storage.sealed_files import BackupRefused

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database, found by its name."""


class HeadUnreadable(Exception):
    """The database in place does not tell how long its audit trail is."""


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; None for one that lies on a server."""
    backend = backends.of(url)
    return backend.path if isinstance(backend, backends.SQLite) else None


@contextmanager
def told_in_words() -> Iterator[None]:
    """Whatever disks and databases refuse inside the block becomes a `BackupRefused`."""
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
    """Raise `BackupRefused` if something is there: an older backup may be the only good one."""
    if file.exists():
        raise BackupRefused(f"{file} is there already. Give the backup a name of its own, such as one with the date.")


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A whole, checked copy beside the database, as it is at one moment. It is taken away when the block ends."""
    if not path.is_file():
        raise DatabaseRefused("There is no database yet. Start the bot once.")
    with _one_at_a_time(path), staged(path, "copy") as copy:
        _copy(path, copy)
        yield copy


@contextmanager
def unsealed(file: Path, path: Path, keyring: Keyring) -> Iterator[Path]:
    """What a backup holds, checked, in a file beside `path`. It is taken away when the block ends."""
    with staged(path, "restoring") as restoring:
        with file.open("rb") as source, restoring.open("wb") as into:
            sealed_files.unseal(source, into, keyring)
            _to_disk(into)
        check(restoring)
        yield restoring


@contextmanager
def staged(path: Path, ending: str) -> Iterator[Path]:
    """A new file beside `path`, for its owner only. One left by a program that was killed is taken away."""
    new = _beside(path, f".{ending}")
    _take_away(new)
    try:
        new.touch(mode=0o600)
        yield new
    finally:
        _take_away(new)


def check(copy: Path) -> None:
    """Raise `BackupRefused` if the copy is damaged."""
    try:
        with closing(_connected(copy)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        sound = False
    if not sound:
        raise BackupRefused("The copy is damaged: SQLite's integrity check fails. It is not used.")


def write(copy: Path, file: Path, keyring: Keyring) -> None:
    """Seal a copy into `file`, read it back, and only then give it its name."""
    with _part_of(file) as (part, into):
        with copy.open("rb") as source:
            sealed_files.seal(source, into, keyring)
        _to_disk(into)
        _read_back(part, copy, keyring)
        refuse_to_overwrite(file)
        part.rename(file)
    _folder_to_disk(file.parent)


def head_in(path: Path) -> Head | None:
    """The audit head of the database in place, None if there is none, or raise `HeadUnreadable`."""
    if not path.exists():
        return None
    try:
        with closing(_connected(path)) as connection:
            (found,) = connection.execute("SELECT seq, hash FROM audit_head").fetchall()
    except (sqlite3.Error, ValueError):
        raise HeadUnreadable from None
    return Head(*found)


def put_in_place(new: Path, path: Path, *, now: datetime) -> Path | None:
    """Make `new` the database. Returns where the one that was there is kept."""
    _fold(new)
    kept = path.with_name(f"{path.name}.replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}") if path.exists() else None
    if kept:
        with suppress(
            HeadUnreadable, sqlite3.Error
        ):  # SQLite would throw away the log of a file that it cannot read.
            head_in(path)
            _fold(path)
        kept.hardlink_to(path)  # Not renamed: a bot that starts between two renames would make an empty database.
    for ending in _BESIDE:  # SQLite would mix a log that is left here into the new database.
        with suppress(FileNotFoundError):
            _beside(path, ending).rename(_beside(kept or new, ending))
    _folder_to_disk(path.parent)
    new.replace(path)
    _folder_to_disk(path.parent)
    return kept


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    descriptor = os.open(f"{path}.copy.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BackupRefused("Another backup is being made. Wait until it is done.") from None
    finally:
        os.close(descriptor)


def _take_away(path: Path) -> None:
    for each in (path, *(_beside(path, ending) for ending in (*_BESIDE, "-journal"))):
        each.unlink(missing_ok=True)


def _copy(path: Path, copy: Path) -> None:
    with closing(_connected(path)) as source, closing(sqlite3.connect(copy, isolation_level=None)) as target:
        source.execute("BEGIN")  # The counts and the copy see the same moment.
        counted = _counts(source)
        source.backup(target)
        if _counts(target) != counted:
            raise BackupRefused("The copy does not have as many rows as the database, so it is not kept.")
    check(copy)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: _count(connection, name) for (name,) in tables}


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - a table's own name
    return int(count)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _fold(path: Path) -> None:
    """Write the log beside a database into it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _read_back(part: Path, copy: Path, keyring: Keyring) -> None:
    found = _Digest()
    with part.open("rb") as sealed:
        sealed_files.unseal(sealed, found, keyring)
    with copy.open("rb") as source:
        if hashlib.file_digest(source, "sha256").digest() != found.digest.digest():
            raise BackupRefused("What was written is not what was copied, so it is not kept. Is the disk sound?")


class _Digest(BytesIO):
    """Takes a file in without keeping it."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = hashlib.sha256()

    def write(self, content: bytes) -> int:  # type: ignore[override]  # Only bytes are written to it.
        self.digest.update(content)
        return len(content)


@contextmanager
def _part_of(file: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Where `file` is written until it is whole. Only one program at a time writes it."""
    part = _beside(file, ".part")
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


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")
