"""`python -m bot denominators FILE`: reads bed days, contacts and staff by month, so that papers can show rates."""

import argparse
import csv
from contextlib import ExitStack, closing
from pathlib import Path

from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.domain.evidence.denominators import Denominator, DenominatorsRefused, read_denominators
from bot.settings import naming, read_keyring, read_settings
from bot.usecases.evidence.denominators import keep_denominators
from bot.views.evidence.denominators import refusals
from storage.engine import connect


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("denominators", help="Read bed days, contacts and staff by month from a CSV file.")
    parser.add_argument("file", type=Path, metavar="FILE", help="with the columns month, bed_days, contacts, staff")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Keep all of the file, or say what is wrong with it and keep nothing. Returns 1 then."""
    try:
        known = _read(chosen.file)
    except DenominatorsRefused as refused:
        for line in refusals(refused.rows):
            say(line)
        return 1
    except (OSError, UnicodeDecodeError, csv.Error):
        say("The file could not be read. Save it as CSV in UTF-8, and give its path.")
        return 1
    _keep(known)
    say(f"Kept: {len(known)} numbers of {len({each.month for each in known})} months.")
    return 0


def _read(file: Path) -> list[Denominator]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return read_denominators(csv.reader(opened))


def _keep(known: list[Denominator]) -> None:
    settings = read_settings()
    url, keyring = settings.candour_database_url, read_keyring(settings)
    with ExitStack() as stack:
        with naming("CANDOUR_DATABASE_URL"):
            stack.enter_context(connect.alone(url))
            database = stack.enter_context(closing(connect.open_database(url, keyring)))
        keep_denominators(database, known, now=database.now())
