"""What `check` looks at in a database: could a bot start on it, would reports be saved, is its trail whole?"""

from contextlib import closing
from typing import NamedTuple

from bot.usecases.operations.trail import broken_trail
from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring
from storage.engine.transactions import NotSaved, OutcomeUnknown
from storage.engine.write_probe import prove_a_write


class Inspected(NamedTuple):
    """`exists` if there is a database. `broken_trail` says what is wrong with its audit trail, if anything is."""

    exists: bool
    broken_trail: str | None = None


def inspect_database(url: str, keyring: Keyring) -> Inspected:
    """A database that takes a write, or a place where a new one can be made. Raises `DatabaseRefused` otherwise."""
    if not connect.is_there(url, keyring):
        connect.raise_unless_it_can_be_made(url, keyring)
        return Inspected(exists=False)
    with closing(connect.open_to_read(url, keyring)) as database:
        try:
            prove_a_write(database)
        except (NotSaved, OutcomeUnknown):
            raise DatabaseRefused(
                "The database can be read but takes no write, so no report can be saved. Is the disk full or "
                "read-only, does another program hold a lock, or is the server a standby?"
            ) from None
        return Inspected(exists=True, broken_trail=broken_trail(database))
