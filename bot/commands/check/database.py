"""Whether the keys open the database."""

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.settings import Settings, read_keyring
from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import KeysRefused


def keys_and_database(settings: Settings) -> Finding:
    try:
        keyring = read_keyring(settings)
        refuse_keys_beside_the_data(settings)
        if not connect.is_there(settings.candour_database_url, keyring):
            return Finding("keys and database (a new database will be made)")
        connect.open_to_read(settings.candour_database_url, keyring).close()
    except (KeysRefused, DatabaseRefused) as refusal:
        return Finding("keys and database", str(refusal))
    return Finding("keys and database")
