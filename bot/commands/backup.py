"""`python -m bot backup FILE`: a sealed copy of the database, read back. A broken trail is told."""

import argparse
from pathlib import Path

from bot.commands.say import KEEP_AND_ASK, say
from bot.commands.subparsers import Subparsers
from bot.settings import naming, read_keyring, read_settings
from bot.usecases.operations import backups


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("backup", help="Seal a checked copy of the database into a file.")
    parser.add_argument("file", type=Path)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    settings = read_settings()
    keyring = read_keyring(settings)
    with naming(str(chosen.file)):
        made = backups.back_up(settings.candour_database_url, chosen.file, keyring=keyring)
    say(f"The backup is in {chosen.file}, and was read back.")
    if made.broken_trail:
        say(f"The database that it holds is not in order. {made.broken_trail} {KEEP_AND_ASK}")
        return 1
    say(f"Its audit trail fits together. Note this audit head elsewhere, with the date: {made.head}")
    return 0
