"""Puts a new database file in the place of the one that is there, and keeps the old one."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from storage.audit import Head
from storage.backup import sqlite_files


class HeadUnreadable(Exception):
    """Nobody can read how long the audit trail of the database in place is."""


def head_in(path: Path) -> Head | None:
    """The audit head of the database in place, None if there is none, or raise `HeadUnreadable`."""
    if not path.exists():
        return None
    try:
        with closing(sqlite_files.connected_to_read(path)) as connection:
            (found,) = connection.execute("SELECT seq, hash FROM audit_head").fetchall()
    except (sqlite3.Error, ValueError):
        raise HeadUnreadable from None
    return Head(*found)


def put_in_place(new: Path, path: Path, *, now: datetime) -> Path | None:
    """Make `new` the database. Returns the new name of the old one, if there was one."""
    sqlite_files.fold(new)
    kept = path.with_name(f"{path.name}.replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}") if path.exists() else None
    if kept:
        with suppress(HeadUnreadable, sqlite3.Error):
            head_in(path)  # SQLite would throw away the log of a file that it cannot read.
            sqlite_files.fold(path)
        kept.hardlink_to(path)  # Not renamed: a bot that starts between two renames would make an empty database.
    for ending in sqlite_files.BESIDE:  # SQLite would mix a log that is left here into the new database.
        with suppress(FileNotFoundError):
            sqlite_files.beside(path, ending).rename(sqlite_files.beside(kept or new, ending))
    sqlite_files.sync_folder(path.parent)
    new.replace(path)
    sqlite_files.sync_folder(path.parent)
    return kept
