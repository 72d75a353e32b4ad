"""Whether the keys open the database, whether it takes a write, and whether its audit trail fits together."""

from collections.abc import Iterator

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.commands.say import KEEP_AND_ASK
from bot.settings import Settings, read_keyring
from bot.usecases.operations.inspection import inspect_database
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import KeysRefused


def keys_and_database(settings: Settings) -> Iterator[Finding]:
    try:
        keyring = read_keyring(settings)
        refuse_keys_beside_the_data(settings)
        inspected = inspect_database(settings.candour_database_url, keyring)
    except (KeysRefused, DatabaseRefused) as refusal:
        yield Finding("keys and database", str(refusal))
        return
    none_yet = "" if inspected.exists else " (there is none yet; the first start makes it: make run NEW=1)"
    yield Finding(f"keys and database{none_yet}")
    if inspected.exists:
        yield Finding("audit trail", inspected.broken_trail and f"{inspected.broken_trail} {KEEP_AND_ASK}")
