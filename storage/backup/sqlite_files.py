"""The files of a SQLite database, and what SQLite keeps beside them."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from storage.backup.encrypted_file import BackupRefused
from storage.engine import lock_files

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database, found by its name."""


def beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


@contextmanager
def staged(path: Path, purpose: str) -> Iterator[Path]:
    """A new file beside `path`, for its owner only, removed when the block ends.

    Its name is nobody else's: a file that an operator keeps there is never touched. Files that killed programs have
    left are removed: nobody holds their locks.
    """
    _remove_leftovers(path, purpose)
    new = beside(path, f".{purpose}-{uuid4().hex}")
    try:
        with lock_files.lock(new, or_raise=BackupRefused(f"{new} is in use.")):
            yield new
    finally:
        _remove(new)


def _remove_leftovers(path: Path, purpose: str) -> None:
    ours = re.compile(rf"{re.escape(path.name)}\.{purpose}-[0-9a-f]{{32}}")
    for left in [each for each in path.parent.iterdir() if ours.fullmatch(each.name)]:
        with suppress(_InUse), lock_files.lock(left, or_raise=_InUse()):
            _remove(left)


class _InUse(Exception):
    """Another program is writing it."""


def _remove(path: Path) -> None:
    for each in (path, *(beside(path, ending) for ending in (*BESIDE, "-journal"))):
        each.unlink(missing_ok=True)


def connected_to_read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def fold(path: Path) -> None:
    """Write the log beside a database into the database, so that its file alone is whole."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def raise_if_damaged(copy: Path) -> None:
    """Raise `BackupRefused` unless SQLite finds the copy whole."""
    try:
        with closing(connected_to_read(copy)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        sound = False
    if not sound:
        raise BackupRefused("The copy is damaged: SQLite's integrity check fails. It is not used.")


def sync_file(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
