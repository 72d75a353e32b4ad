"""Whether the keys open the database, whether it takes a write, and whether its audit trail fits together."""

from contextlib import ExitStack
from typing import NamedTuple

from bot.commands.check.finding import Finding
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.commands.say import KEEP_AND_ASK
from bot.settings import Settings, SettingsRefused, naming, read_keyring
from bot.usecases.operations.inspection import Inspected, inspect_database
from storage.engine import connect
from storage.engine.backends import DatabaseInUse, DatabaseRefused
from storage.engine.choose import choose_backend
from storage.engine.encryption import KeysRefused

_WHAT = "keys and database"
_NONE_YET = " (there is none yet; the first start makes it: make run NEW=1)"
_RUNNING = " (a Candour is running on it)"


class Examined(NamedTuple):
    """`running` if another Candour holds the database, `replicas` if several may use it at once."""

    findings: list[Finding]
    running: bool = False
    replicas: bool = False


def examine(settings: Settings) -> Examined:
    try:
        inspected, running = _inspected(settings)
    except (KeysRefused, DatabaseRefused, SettingsRefused) as refusal:
        return Examined([Finding(_WHAT, str(refusal))])
    findings = [Finding(f"{_WHAT}{'' if inspected.exists else _NONE_YET}{_RUNNING if running else ''}")]
    if inspected.exists:
        findings.append(Finding("audit trail", inspected.broken_trail and f"{inspected.broken_trail} {KEEP_AND_ASK}"))
    return Examined(findings, running, choose_backend(settings.candour_database_url).shared)


def _inspected(settings: Settings) -> tuple[Inspected, bool]:
    """What was found, and whether a bot runs on it. Raises what `run` would raise for the same reason."""
    keyring, url = read_keyring(settings), settings.candour_database_url
    with naming("CANDOUR_DATABASE_URL"), ExitStack() as stack:
        refuse_keys_beside_the_data(settings)
        try:
            stack.enter_context(connect.alone(url))
            running = False
        except DatabaseInUse:
            running = True
        return inspect_database(url, keyring), running
