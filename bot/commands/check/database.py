"""Whether the keys open the database."""

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.settings import Settings, read_keyring
from bot.usecases.operations.inspection import inspect_database
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import KeysRefused


def keys_and_database(settings: Settings) -> Finding:
    try:
        keyring = read_keyring(settings)
        refuse_keys_beside_the_data(settings)
        if not inspect_database(settings.candour_database_url, keyring):
            return Finding("keys and database (there is none yet; the first start makes it: make run NEW=1)")
    except (KeysRefused, DatabaseRefused) as refusal:
        return Finding("keys and database", str(refusal))
    return Finding("keys and database")
