"""Whether the keys open the database."""

from contextlib import ExitStack

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.settings import Settings, SettingsRefused, naming, read_keyring
from bot.usecases.operations.inspection import inspect_database
from storage.engine import connect
from storage.engine.backends import DatabaseInUse, DatabaseRefused
from storage.engine.encryption import KeysRefused


def keys_and_database(settings: Settings) -> Finding:
    try:
        return Finding(_keys_and_database(settings))
    except (KeysRefused, DatabaseRefused, SettingsRefused) as refusal:
        return Finding("keys and database", str(refusal))


def _keys_and_database(settings: Settings) -> str:
    """What was found. Raises what `run` would raise for the same reason."""
    keyring, url = read_keyring(settings), settings.candour_database_url
    with naming("CANDOUR_DATABASE_URL"), ExitStack() as stack:
        refuse_keys_beside_the_data(settings)
        try:
            stack.enter_context(connect.alone(url))
            running = ""
        except DatabaseInUse:
            running = " (a Candour is running on it)"
        if not inspect_database(url, keyring):
            return "keys and database (there is none yet; the first start makes it: make run NEW=1)"
    return f"keys and database{running}"
