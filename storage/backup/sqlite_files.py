"""The files of a SQLite database, and what SQLite keeps beside them."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.backup.encrypted_file import BackupRefused

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database, found by its name."""


def beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


@contextmanager
def staged(path: Path, ending: str) -> Iterator[Path]:
    """A new file beside `path`, for its owner only. One left by a program that was killed is taken away."""
    new = beside(path, f".{ending}")
    _take_away(new)
    try:
        new.touch(mode=0o600)
        yield new
    finally:
        _take_away(new)


def _take_away(path: Path) -> None:
    for each in (path, *(beside(path, ending) for ending in (*BESIDE, "-journal"))):
        each.unlink(missing_ok=True)


def connected_to_read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def fold(path: Path) -> None:
    """Write the log beside a database into it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def check(copy: Path) -> None:
    """Raise `BackupRefused` if the copy is damaged."""
    try:
        with closing(connected_to_read(copy)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        sound = False
    if not sound:
        raise BackupRefused("The copy is damaged: SQLite's integrity check fails. It is not used.")


def to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def folder_to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
