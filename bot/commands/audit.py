"""`python -m bot audit verify`: proves that the audit trail fits together, and the reports and actions with it."""

import argparse

from bot.commands.database_to_read import database_to_read
from bot.commands.say import KEEP_AND_ASK, say
from bot.commands.subparsers import Subparsers
from storage import audit, integrity
from storage.audit import Head, TrailBroken


def add_to(commands: Subparsers) -> None:
    trail = commands.add_parser("audit", help="The audit trail.").add_subparsers(required=True)
    verify_parser = trail.add_parser("verify", help="Prove that it has not been changed.")
    verify_parser.add_argument(
        "--kept", dest="noted", type=_head, metavar="SEQ:HASH", help="a head noted earlier, to be found in it"
    )
    verify_parser.set_defaults(run=verify)


def verify(chosen: argparse.Namespace) -> int:
    noted: Head | None = chosen.noted
    with database_to_read() as database, database.reading() as transaction:
        try:
            count = integrity.verify(transaction)
        except TrailBroken as broken:
            say(f"{broken} {KEEP_AND_ASK}")
            return 1
        head = audit.head(transaction)
        missing = noted is not None and not audit.contains(transaction, noted)
    if noted and missing:
        say(
            f"The trail has {count} entries, and entry {noted.seq} is not the one that was noted. The end was cut "
            "off, or a backup was restored. Keep the database as it is, and ask for help."
        )
        return 1
    say(f"The audit trail fits together, and the reports and actions with it: {count} entries.")
    if noted:
        say(f"Everything up to the head that was noted, entry {noted.seq}, is still there.")
    say(f"Note this head elsewhere, with the date: {head}")
    return 0


def _head(text: str) -> Head:
    try:
        return Head.from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
