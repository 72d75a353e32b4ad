"""`python -m bot pack`: makes a paper for a governance forum or a commissioner, as Word, PDF and Excel."""

import argparse
from datetime import datetime
from pathlib import Path

from bot.commands.database_to_read import database_to_read
from bot.commands.period import add_days_to, whole_months_of
from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.domain.evidence.papers import Audience
from bot.runtime.clock import SystemClock
from bot.usecases.evidence.papers import evidence
from bot.views.documents.files import write
from bot.views.documents.paper import Paper
from bot.views.documents.papers import paper
from storage import service


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("pack", help="Make a paper of whole months: Word, PDF and Excel.")
    add_days_to(parser)
    parser.add_argument("--kind", type=Audience, choices=list(Audience), required=True, help="whom it is for")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the files go")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Make the three files. Returns 1 if there is no service yet."""
    made = _paper(chosen, SystemClock().now())
    if made is None:
        say("There is no service in this database yet. Start Candour once.")
        return 1
    for path in write(made, chosen.out):
        say(f"Made: {path}")
    return 0


def _paper(chosen: argparse.Namespace, now: datetime) -> Paper | None:
    with database_to_read() as database, database.reading() as transaction:
        known = service.current(transaction)
        if known is None:
            return None
        period = whole_months_of(chosen, known.zone)
        return paper(evidence(transaction, known, period, chosen.kind), known, made_at=now)
