"""`python -m bot restore FILE`: a backup takes the place of the database."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.settings import naming, read_keyring, read_settings
from bot.usecases.operations import backups
from bot.usecases.operations.backups import Loss


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("restore", help="Put a backup in the place of the database; the bot is stopped.")
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--accept-loss",
        dest="loss",
        action="store_const",
        const=Loss.ACCEPTED,
        default=Loss.REFUSED,
        help="even if the database in place holds what the backup does not",
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    settings = read_settings()
    keyring = read_keyring(settings)
    with naming(str(chosen.file)):
        restored = backups.restore(
            settings.candour_database_url, chosen.file, keyring=keyring, loss=chosen.loss, now=datetime.now(UTC)
        )
    say(f"Restored, as it was at audit entry {restored.taken_at.seq}. The head is now {restored.head}")
    if restored.kept:
        say(f"The database that was there is kept as {restored.kept}.")
    say(f"Messages that will be looked for in Slack before they are sent: {restored.in_doubt}.")
    say("A reminder or bulletin that was made after the backup may come again: nothing here knows of it.")
    return 0
