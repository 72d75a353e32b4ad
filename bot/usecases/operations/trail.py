"""The audit trail as a whole: proven, and extended to what an older version recorded."""

from datetime import datetime

from bot.usecases.context import BACKGROUND_SECONDS
from storage import integrity
from storage.audit import TrailBroken
from storage.engine.transactions import Database


def broken_trail(database: Database) -> str | None:
    """What is wrong with the trail, or with the rows that it vouches for; None if all of it fits together."""
    with database.reading() as transaction:
        try:
            integrity.verify(transaction)
        except TrailBroken as broken:
            return str(broken)
    return None


def cover_older_rows(database: Database, *, now: datetime) -> int:
    """Once, after an upgrade: vouch for the rows that an older version recorded. Returns how many."""
    with database.writing(wait=20 * BACKGROUND_SECONDS) as transaction:
        try:
            return integrity.cover_older_rows(transaction, now=now)
        except TrailBroken:
            return 0  # A trail that is broken vouches for nothing; `check`, the backup and the numbers tell of it.
