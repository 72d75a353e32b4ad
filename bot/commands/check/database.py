"""Whether the keys open the database, whether it takes a write, and whether its audit trail fits together."""

from collections.abc import Iterator
from contextlib import ExitStack

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.commands.say import KEEP_AND_ASK
from bot.settings import Settings, SettingsRefused, naming, read_keyring
from bot.usecases.operations.inspection import Inspected, inspect_database
from storage.engine import connect
from storage.engine.backends import DatabaseInUse, DatabaseRefused
from storage.engine.encryption import KeysRefused


def keys_and_database(settings: Settings) -> Iterator[Finding]:
    try:
        inspected, running = _inspected(settings)
    except (KeysRefused, DatabaseRefused, SettingsRefused) as refusal:
        yield Finding("keys and database", str(refusal))
        return
    none_yet = "" if inspected.exists else " (there is none yet; the first start makes it: make run NEW=1)"
    yield Finding(f"keys and database{none_yet}{running}")
    if inspected.exists:
        yield Finding("audit trail", inspected.broken_trail and f"{inspected.broken_trail} {KEEP_AND_ASK}")


def _inspected(settings: Settings) -> tuple[Inspected, str]:
    """What was found, and whether a bot runs on it. Raises what `run` would raise for the same reason."""
    keyring, url = read_keyring(settings), settings.candour_database_url
    with naming("CANDOUR_DATABASE_URL"), ExitStack() as stack:
        refuse_keys_beside_the_data(settings)
        try:
            stack.enter_context(connect.alone(url))
            running = ""
        except DatabaseInUse:
            running = " (a Candour is running on it)"
        return inspect_database(url, keyring), running
