"""What `check` looks at in a database: could a bot start on it, and would reports be saved?"""

from contextlib import closing

from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring
from storage.engine.transactions import NotSaved, OutcomeUnknown
from storage.engine.write_probe import prove_a_write


def inspect_database(url: str, keyring: Keyring) -> bool:
    """True if the database is there and takes a write; False if there is none and a new one can be made.

    Raises `DatabaseRefused` for everything else.
    """
    if not connect.is_there(url, keyring):
        connect.raise_unless_it_can_be_made(url, keyring)
        return False
    with closing(connect.open_to_read(url, keyring)) as database:
        try:
            prove_a_write(database)
        except (NotSaved, OutcomeUnknown):
            raise DatabaseRefused(
                "The database can be read but takes no write, so no report can be saved. Is the disk full or "
                "read-only, does another program hold a lock, or is the server a standby?"
            ) from None
    return True
