"""`python -m bot keys`: a new key for CANDOUR_KEYS."""

import argparse
from datetime import UTC, datetime

from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from storage.engine.encryption import new_key


def add_to(commands: Subparsers) -> None:
    commands.add_parser("keys", help="Make a new key, to put into CANDOUR_KEYS.").set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    say(f"CANDOUR_KEYS=k{datetime.now(UTC):%Y%m%d}:{new_key()}")
    return 0
