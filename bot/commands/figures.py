"""`python -m bot figures`: how many reports were sent, read, answered, and what came of the actions."""

import argparse

from bot.commands.database_to_read import database_to_read
from bot.commands.period import add_days_to, period_of
from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.usecases.evidence.figures import figures_of, opinions_of
from bot.views.evidence.figures import printed
from storage import service


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser(
        "figures", help="Say in numbers how reports and actions went. Small ones are hidden."
    )
    add_days_to(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the figures of the days. Returns 1 if there is no service yet."""
    with database_to_read() as database, database.reading() as transaction:
        known = service.current(transaction)
        if known is None:
            say("There is no service in this database yet. Start Candour once.")
            return 1
        period = period_of(chosen, known.zone)
        found, felt = figures_of(transaction, known, period), opinions_of(transaction, period)
    for line in printed(period, found, felt):
        say(line)
    return 0
