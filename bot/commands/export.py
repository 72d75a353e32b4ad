"""`python -m bot export`: the incidents that somebody may find as CSV, without a narrative, a name or a Slack id.

A cell that a spreadsheet would run as a formula (it begins with = + - @ or a tab) gets an apostrophe in front.
"""

import argparse
import csv
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TextIO

from bot.commands.period import add_days_to, period_of
from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.domain.evidence.exports import ExportReason
from bot.runtime.clock import SystemClock
from bot.settings import naming, read_keyring, read_settings
from bot.usecases.context import Context
from bot.usecases.evidence.exports import export_incidents
from bot.usecases.permissions import NotForYou
from bot.views.evidence.exports import COLUMNS, cells
from storage import service
from storage.engine import connect
from storage.engine.transactions import Database


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("export", help="Write the incidents that somebody may find as CSV. It is recorded.")
    add_days_to(parser)
    parser.add_argument(
        "--file", type=Path, required=True, metavar="incidents.csv", help="a file that is not there yet"
    )
    parser.add_argument("--as", dest="by", required=True, metavar="SLACK_ID", help="who asks for it")
    reasons = list(ExportReason)
    parser.add_argument("--reason", type=ExportReason, choices=reasons, required=True, help="what it is for")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the file. Returns 1, and leaves none, if the person may not have it or it cannot be written."""
    try:
        return _written(chosen)
    except NotForYou:
        say("Name somebody who may read figures and find incidents. This attempt has been recorded.")
    except FileExistsError:
        say("This file is there already. Give another name.")
    except OSError as error:
        say(f"The file could not be written ({type(error).__name__}). Give another path.")
    return 1


def _written(chosen: argparse.Namespace) -> int:
    settings = read_settings()
    url, keyring = settings.candour_database_url, read_keyring(settings)
    with ExitStack() as stack:
        with naming("CANDOUR_DATABASE_URL"):
            stack.enter_context(connect.alone(url))
            database = stack.enter_context(closing(connect.open_database(url, keyring)))
        context = _context(database)
        if context is None:
            say("There is no service in this database yet. Start Candour once.")
            return 1
        count = _write(context, chosen)
    say(f"Written: {count} incidents. Keep the file as closely as reports: a row can point at a person.")
    return 0


def _context(database: Database) -> Context | None:
    with database.reading() as transaction:
        known = service.current(transaction)
    return Context(database, SystemClock(), known) if known else None


def _write(context: Context, chosen: argparse.Namespace) -> int:
    period, now = period_of(chosen, context.service.zone), context.clock.now()
    with _new_file(chosen.file) as opened:
        rows = csv.writer(opened)
        rows.writerow(COLUMNS)
        return export_incidents(
            context,
            period,
            chosen.reason,
            by=chosen.by,
            now=now,
            keep=lambda each: rows.writerow(cells(each, context.service)),
        )


@contextmanager
def _new_file(path: Path) -> Iterator[TextIO]:
    """A file that has its name once it is whole, and that nobody else may read. Raises `FileExistsError`."""
    if path.exists():
        raise FileExistsError
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        os.link(part, path)  # Not renamed: that would replace a file that came meanwhile.
    finally:
        part.unlink()
