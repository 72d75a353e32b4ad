"""The database as it is, for commands that change nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.settings import naming, read_keyring, read_settings
from storage.engine import connect
from storage.engine.transactions import Database


@contextmanager
def database_to_read() -> Iterator[Database]:
    settings = read_settings()
    keyring = read_keyring(settings)
    with naming("CANDOUR_DATABASE_URL"):
        database = connect.open_to_read(settings.candour_database_url, keyring)
    try:
        yield database
    finally:
        database.close()
