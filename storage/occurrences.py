"""What happens once. The primary key (kind, subject, local key) makes a repeated or late tick change nothing."""

from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa

from storage.engine.transactions import Transaction, table
from storage.tables.outbox import OccurrenceRow
from storage.tables.service import TeamRow

Key = tuple[str, str]
"""A subject and a local key."""
_TEAM, _OCCURRENCE = table(TeamRow), table(OccurrenceRow)
# One look into the index for each team: the weeks of many years are not read.
_LATEST = (
    sa.select(sa.func.max(_OCCURRENCE.c.local_key))
    .where(_OCCURRENCE.c.kind == sa.bindparam("kind"), _OCCURRENCE.c.subject == _TEAM.c.code)
    .scalar_subquery()
)
_OF_TEAMS = sa.select(_TEAM.c.code, _TEAM.c.joined_on, _LATEST)


def first_times(transaction: Transaction, kind: str, keys: Collection[Key], *, now: datetime) -> list[Key]:
    """Record that these happen; returns those that had not happened before, in order."""
    # In order, so that no two replicas wait for each other.
    rows = [
        {"kind": kind, "subject": subject, "local_key": local_key, "made_at": now}
        for subject, local_key in sorted(keys)
    ]
    return [(row.subject, row.local_key) for row in transaction.insert_all_once(OccurrenceRow, rows)]


def first_time(transaction: Transaction, kind: str, *, subject: str, local_key: str, now: datetime) -> bool:
    """Record that this happens, and say whether it had not happened before."""
    return bool(first_times(transaction, kind, [(subject, local_key)], now=now))


def forget_after(transaction: Transaction, kind: str, subject: str, *, day: date) -> None:
    """Take back what was recorded for later dates than `day`: the clock was ahead."""
    later = _OCCURRENCE.c.kind == kind, _OCCURRENCE.c.subject == subject, _OCCURRENCE.c.local_key > day.isoformat()
    transaction.core.execute(_OCCURRENCE.delete().where(*later))


def latest_of(transaction: Transaction, kind: str) -> dict[str, str]:
    """The latest local key of each subject for which this kind has ever happened."""
    chosen = sa.select(_OCCURRENCE.c.subject, sa.func.max(_OCCURRENCE.c.local_key)).where(_OCCURRENCE.c.kind == kind)
    return {row[0]: row[1] for row in transaction.core.execute(chosen.group_by(_OCCURRENCE.c.subject))}


def of_teams(transaction: Transaction, kind: str) -> dict[str, tuple[date, date | None]]:
    """For each team: when it joined, and the last date on which this kind was sent, if ever.

    Both are dates where the team is. It joined when it was loaded, or loaded again after it had been gone.
    """
    rows = transaction.core.execute(_OF_TEAMS, {"kind": kind})
    return {team: (joined_on, date.fromisoformat(day) if day else None) for team, joined_on, day in rows}
