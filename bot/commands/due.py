"""`python -m bot due`: what comes next by itself, and what could not be served."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.commands.database_to_read import database_to_read
from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from scheduler.due import DUE
from storage import due, service
from storage.due import DueTime

MOST = 20
"""Lines that a person reads at once."""
_WHAT = {kind.KIND: kind.WHAT for kind in DUE}
_UNKNOWN = "of a kind that this version does not know"
_UTC = ZoneInfo("UTC")


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("due", help="List what comes next by itself: reminders, bulletins.")
    parser.add_argument("--all", action="store_true", help=f"not only the next {MOST}")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the next due rows and the failing ones. Returns 1 if any fails."""
    with database_to_read() as database, database.reading() as transaction:
        known = service.current(transaction)
        total, failing = due.count(transaction), due.failing(transaction)
        coming = due.coming(transaction, limit=total if chosen.all else MOST)
    zone = known.zone if known else _UTC
    say(f"Waiting for their time: {total}. Failing: {len(failing)}. Times are those of {zone.key}.")
    for line in _lines(coming, failing, zone):
        say(line)
    return 1 if failing else 0


def _lines(coming: Sequence[DueTime], failing: Sequence[DueTime], zone: ZoneInfo) -> list[str]:
    lines = [f"{_moment(row.due_at, zone)}  {_named(row)}" for row in coming if row not in failing]
    for row in failing:
        again = f"It is tried again on {_moment(row.retry_at or row.due_at, zone)}."
        lines.append(f"Failed {_times(row.failures)} with {row.last_error}: {_named(row)}. {again}")
    return lines


def _named(row: DueTime) -> str:
    return f"{row.kind} {row.subject}: {_WHAT.get(row.kind, _UNKNOWN)}"


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M}"


def _times(failures: int) -> str:
    return "once," if failures == 1 else f"{failures} times, the last"
