"""`python -m bot backup FILE`: a sealed copy of the database that was read back and proven."""

import argparse
from pathlib import Path

from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.settings import read_keyring, read_settings
from bot.usecases.operations import backups


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("backup", help="Seal a checked copy of the database into a file.")
    parser.add_argument("file", type=Path)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    settings = read_settings()
    head = backups.back_up(settings.candour_database_url, chosen.file, keyring=read_keyring(settings))
    say(f"The backup is in {chosen.file}. It was read back, and its audit trail fits together.")
    say(f"Note this audit head elsewhere, with the date: {head}")
    return 0
