"""`python -m bot reseal`: everything is sealed anew with the newest key, so that an older one may go."""

import argparse
from contextlib import closing

from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.settings import read_keyring, read_settings
from bot.usecases.operations import reseal
from storage.engine import connect


def add_to(commands: Subparsers) -> None:
    commands.add_parser("reseal", help="Seal everything anew with the newest key.").set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    settings = read_settings()
    url, keyring = settings.candour_database_url, read_keyring(settings)
    with connect.alone(url), closing(connect.open_database(url, keyring)) as database:
        resealed = reseal.reseal(database, now=database.now())
    say(f"Sealed anew with the key {keyring.newest}: {resealed.texts} texts.")
    if resealed.still_needed:
        names = " and ".join(resealed.still_needed)
        say(f"Some texts could not be opened. Keep the key {names}; python -m bot audit verify names the first.")
        return 1
    say("No older key is needed by the database. Backups made before still need theirs.")
    return 0
