"""Makes backups of the database and restores them. Unsent messages are looked for in Slack before they leave again.

A backup holds a SQLite database, whatever the engine, so that it can be restored to either.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from bot.usecases.operations.trail import broken_trail
from storage import audit, integrity
from storage.audit import AuditEvent, Head, TrailBroken
from storage.backup import copy_rows, snapshot, sqlite_files, swap_in
from storage.backup.encrypted_file import BackupRefused
from storage.backup.swap_in import HeadUnreadable
from storage.engine import connect
from storage.engine.encryption import Keyring
from storage.engine.transactions import Database, NotSaved, Transaction
from storage.outbox import leases

COPY_SECONDS = 600.0
"""Seconds that one statement may take while everything is copied. Nobody is looking at a screen."""


class Loss(Enum):
    """What to do if rows would be lost: the database in place holds more than the backup, or the trail is broken."""

    REFUSED = "refused"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class Restored:
    """The ends of the trail in the backup and now, the place of the old database, the number of doubtful messages."""

    taken_at: Head
    head: Head
    kept: Path | None
    in_doubt: int


@dataclass(frozen=True)
class BackedUp:
    """Where the trail ends, if that can be told, and what is wrong with it, if anything is."""

    head: Head | None
    broken_trail: str | None = None


def back_up(url: str, file: Path, *, keyring: Keyring) -> BackedUp:
    """Put a whole and sealed copy into `file`, or raise `BackupRefused`. The bot may be running.

    A database whose trail is broken is backed up all the same: it is needed more than ever.
    """
    snapshot.refuse_to_overwrite(file)
    with snapshot.as_backup_refused(), _copied(url, file, keyring) as copy:
        with closing(connect.open_to_read(_url_of(copy), keyring)) as database:
            made = BackedUp(_head(database), broken_trail(database))
        snapshot.write(copy, file, keyring)
    return made


def restore(url: str, file: Path, *, keyring: Keyring, loss: Loss, now: datetime) -> Restored:
    """Make what `file` holds the database, or raise `BackupRefused` and change nothing. The bot must be stopped.

    A file is replaced, and kept. On a server the database must be a new one: nothing there is ever replaced.
    """
    path = snapshot.database_file(url)
    with snapshot.as_backup_refused(), connect.alone(url), snapshot.unsealed(file, path or file, keyring) as staged:
        with (
            closing(connect.open_database(_url_of(staged), keyring)) as database,
            database.writing(wait=COPY_SECONDS) as transaction,
        ):
            taken_at = _proven(transaction, loss)
            if path:
                _allow(transaction, path, loss)
            in_doubt = leases.doubt_unsent(transaction, now=now)
            entries = str(taken_at.seq)
            audit.add(
                transaction,
                actor="operator",
                event=AuditEvent.DATABASE_RESTORED,
                subject="backup",
                at=now,
                entries=entries,
            )
            head = audit.head(transaction)
        if path:
            kept = swap_in.put_in_place(staged, path, now=now)
        else:
            kept = None
            _fill(url, staged, keyring)
    return Restored(taken_at, head, kept, in_doubt)


@contextmanager
def _copied(url: str, file: Path, keyring: Keyring) -> Iterator[Path]:
    path = snapshot.database_file(url)
    if path:
        with snapshot.copied(path) as copy:
            yield copy
        return
    with sqlite_files.staged(file, "copy") as copy, closing(connect.open_to_read(url, keyring)) as source:
        _pour(source, _url_of(copy), keyring)
        sqlite_files.raise_if_damaged(copy)
        yield copy


def _fill(url: str, staged: Path, keyring: Keyring) -> None:
    """Copy everything into a database on a server, unless a Candour has used it."""
    if connect.is_there(url, keyring):
        raise BackupRefused(
            "A Candour has been in that database, and nothing there is replaced. Make a new, empty one, name it in "
            "CANDOUR_DATABASE_URL, and restore again."
        )
    with closing(connect.open_to_read(_url_of(staged), keyring)) as source:
        _pour(source, url, keyring)


def _pour(source: Database, url: str, keyring: Keyring) -> None:
    target = connect.make_tables(url, keyring)
    with closing(target), source.reading() as theirs, target.writing(wait=COPY_SECONDS) as ours:
        copy_rows.copy_rows(theirs, ours)


def _head(database: Database) -> Head | None:
    try:
        with database.reading() as transaction:
            return audit.head(transaction)
    except NotSaved:
        return None


def _proven(transaction: Transaction, loss: Loss) -> Head:
    try:
        integrity.verify(transaction)
    except TrailBroken as broken:
        if loss is Loss.REFUSED:
            raise BackupRefused(
                f"{broken} Keep the database and its backups as they are, and ask for help. To restore this backup "
                "all the same, add --accept-loss."
            ) from None
    return audit.head(transaction)


def _allow(transaction: Transaction, path: Path, loss: Loss) -> None:
    """Raise `BackupRefused` if something would be lost and nobody has accepted that."""
    lost = _lost(transaction, path)
    if lost and loss is Loss.REFUSED:
        raise BackupRefused(f"{lost} Nothing was replaced. To restore all the same, add --accept-loss.")


def _lost(transaction: Transaction, path: Path) -> str:
    try:
        in_place = swap_in.head_in(path)
    except HeadUnreadable:
        return "The database in place cannot be read, so nobody knows what it holds that the backup does not."
    if in_place is None or audit.contains(transaction, in_place):
        return ""
    return (
        f"The audit trail in place ends at entry {in_place.seq}, and the backup does not hold that entry: it ends at "
        f"{audit.head(transaction).seq}. Whatever came after the backup would be lost."
    )


def _url_of(path: Path) -> str:
    return f"sqlite:///{path}"
