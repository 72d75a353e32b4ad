"""Whether the keys open the database."""

from contextlib import ExitStack
from typing import NamedTuple

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.settings import Settings, SettingsRefused, naming, read_keyring
from bot.usecases.operations.inspection import inspect_database
from storage.engine import connect
from storage.engine.backends import DatabaseInUse, DatabaseRefused
from storage.engine.choose import choose_backend
from storage.engine.encryption import KeysRefused


class Examined(NamedTuple):
    """`running` if another Candour holds the database, `replicas` if several may use it at once."""

    finding: Finding
    running: bool = False
    replicas: bool = False


def examine(settings: Settings) -> Examined:
    try:
        return _examined(settings)
    except (KeysRefused, DatabaseRefused, SettingsRefused) as refusal:
        return Examined(Finding("keys and database", str(refusal)))


def _examined(settings: Settings) -> Examined:
    """Raises what `run` would raise for the same reason."""
    keyring, url = read_keyring(settings), settings.candour_database_url
    replicas = choose_backend(url).shared
    with naming("CANDOUR_DATABASE_URL"), ExitStack() as stack:
        refuse_keys_beside_the_data(settings)
        try:
            stack.enter_context(connect.alone(url))
            running = False
        except DatabaseInUse:
            running = True
        if not inspect_database(url, keyring):
            words = "keys and database (there is none yet; the first start makes it: make run NEW=1)"
            return Examined(Finding(words), replicas=replicas)
    return Examined(
        Finding(f"keys and database{' (a Candour is running on it)' if running else ''}"), running, replicas
    )
