"""Due rows: what comes by itself, and when. One question finds every kind whose time has come."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import and_, bindparam, or_

from storage.engine.transactions import Transaction, table
from storage.tables.due import DueKindRow, DueRow

LONGEST_PAUSE = timedelta(hours=1)
"""The longest pause of a row that failed. One that ends later was written while the clock was ahead."""
_FIRST_PAUSE = timedelta(minutes=1)
_MOST_AT_ONCE = 5_000
"""Values in one statement: SQLite takes 32,766, PostgreSQL 65,535."""


class DueTime(NamedTuple):
    """One kind comes to one subject at `due_at`; `failures` in a row so far, the last of this type."""

    kind: str
    subject: str
    due_at: datetime
    failures: int = 0
    retry_at: datetime | None = None
    last_error: str | None = None


_DUE, _KINDS = table(DueRow), table(DueKindRow)
_ROWS = sa.select(*(_DUE.c[name] for name in DueTime._fields))
_SUCCEEDED = {"failures": 0, "retry_at": None, "last_error": None}
_FAILING = sa.text("failures > 0")  # Literal, or the partial index is not used.
_NOT_PAUSED = or_(
    _DUE.c.retry_at.is_(None), _DUE.c.retry_at <= bindparam("now"), _DUE.c.retry_at > bindparam("pause_ends")
)
_TURN = sa.select(_KINDS.c.kind).where(_KINDS.c.kind == bindparam("kind"))
_FREE_TURN = _TURN.with_for_update(skip_locked=True)
_NEXT_TURN = _TURN.with_for_update()
_OF_KIND = _DUE.c.kind == bindparam("of_kind")
_THESE = and_(_OF_KIND, _DUE.c.subject.in_(bindparam("subjects", expanding=True)))
_COME = _DUE.c.due_at <= bindparam("now")
_TOO_FAR = _DUE.c.due_at > bindparam("furthest")
# Two questions: of one with OR, SQLite would read all rows of the kind.
_TO_SERVE = tuple(
    _ROWS.where(_OF_KIND, time, _NOT_PAUSED).order_by(_DUE.c.due_at, _DUE.c.subject) for time in (_COME, _TOO_FAR)
)
_TAKE = tuple(statement.with_for_update(skip_locked=True) for statement in _TO_SERVE)
_TAKE_ONE = tuple(statement.where(_DUE.c.subject == bindparam("subject")) for statement in _TAKE)
_MOVE = sa.update(_DUE).where(_THESE).values(due_at=bindparam("next_at"), **_SUCCEEDED)
_REMOVE = sa.delete(_DUE).where(_THESE)
_PAUSE = (
    sa.update(_DUE)
    .where(_OF_KIND, _DUE.c.subject == bindparam("of_subject"))
    .values(failures=bindparam("failed"), retry_at=bindparam("again_at"), last_error=bindparam("error"))
)
_COMING = _ROWS.order_by(_DUE.c.due_at, _DUE.c.kind, _DUE.c.subject)


def kinds_due(transaction: Transaction, furthest: Mapping[str, timedelta], *, now: datetime) -> set[str]:
    """The kinds with a row whose time has come. `furthest` says how far ahead each kind writes its rows at most.

    A row further ahead is due now, because it was written while the clock was ahead, or by somebody else.
    """
    if not furthest:
        return set()
    ends = {f"furthest_{number}": now + ahead for number, ahead in enumerate(furthest.values())}
    times = {"now": now, "pause_ends": now + LONGEST_PAUSE, **ends}
    return {row.kind for row in transaction.core.execute(_kinds_due(tuple(furthest)), times)}


def to_serve(transaction: Transaction, kind: str, *, furthest: timedelta, now: datetime) -> list[DueTime]:
    """The rows of this kind whose time has come, the longest overdue first."""
    return _all(transaction, _TO_SERVE, _moments(kind, furthest, now))


def take(transaction: Transaction, kind: str, *, furthest: timedelta, now: datetime) -> list[DueTime]:
    """The same rows, held until this transaction ends. None while another replica serves this kind.

    Without the rows that somebody else changes at this moment: they are looked at in the next tick.
    """
    if not _takes_turn(transaction, kind):
        return []
    return _all(transaction, _TAKE, _moments(kind, furthest, now))


def take_one(transaction: Transaction, row: DueTime, *, furthest: timedelta, now: datetime) -> list[DueTime]:
    """Only this row, if its time has come and nobody else holds it."""
    if not _takes_turn(transaction, row.kind):
        return []
    return _all(transaction, _TAKE_ONE, {**_moments(row.kind, furthest, now), "subject": row.subject})


def put(transaction: Transaction, rows: Collection[DueTime]) -> None:
    """Write these rows, each in the place of one of its kind and subject."""
    for kind, subjects in _by_kind(rows).items():
        remove(transaction, kind, subjects)
    if rows:
        transaction.core.execute(_DUE.insert(), [row._asdict() for row in rows])


def replace(transaction: Transaction, served: Sequence[DueTime], following: Collection[DueTime]) -> None:
    """Rows were served, and these follow: a row moves to its next time, or is removed if it has none."""
    known = {(row.kind, row.subject) for row in served}
    put(transaction, [row for row in following if (row.kind, row.subject) not in known])
    moved: dict[tuple[str, datetime], list[str]] = defaultdict(list)
    for row in following:
        if (row.kind, row.subject) in known:
            moved[row.kind, row.due_at].append(row.subject)
            known.remove((row.kind, row.subject))
    for (kind, due_at), subjects in moved.items():  # Many share a time.
        for some in _chunks(subjects):
            transaction.core.execute(_MOVE, {"of_kind": kind, "subjects": some, "next_at": due_at})
    for kind, subjects in _by_kind([row for row in served if (row.kind, row.subject) in known]).items():
        remove(transaction, kind, subjects)


def remove(transaction: Transaction, kind: str, subjects: Sequence[str]) -> None:
    for some in _chunks(subjects):
        transaction.core.execute(_REMOVE, {"of_kind": kind, "subjects": some})


def put_whole_kind(transaction: Transaction, kind: str, rows: Collection[DueTime]) -> None:
    """Make these the only rows of this kind. Other replicas that do the same wait for each other."""
    transaction.insert_all_once(DueKindRow, [{"kind": kind}])
    transaction.core.execute(_NEXT_TURN, {"kind": kind})
    transaction.core.execute(_DUE.delete().where(_OF_KIND), {"of_kind": kind})
    put(transaction, rows)


def pause(transaction: Transaction, row: DueTime, *, error: str, now: datetime) -> datetime:
    """This row failed: keep it out of the way, each time for longer. Returns when it is tried again."""
    again_at: datetime = now + min(LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(row.failures, 10))
    key = {"of_kind": row.kind, "of_subject": row.subject}
    transaction.core.execute(_PAUSE, {**key, "failed": row.failures + 1, "again_at": again_at, "error": error})
    return again_at


def coming(transaction: Transaction, *, limit: int) -> list[DueTime]:
    """What comes next, of every kind."""
    return _times(transaction.core.execute(_COMING.limit(limit)))


def failing(transaction: Transaction) -> list[DueTime]:
    """The rows that failed when they were last tried."""
    return _times(transaction.core.execute(_ROWS.where(_FAILING).order_by(_DUE.c.retry_at)))


def count(transaction: Transaction) -> int:
    return transaction.core.execute(sa.select(sa.func.count()).select_from(_DUE)).scalar_one()


@cache  # To make the statement takes longer than to run it.
def _kinds_due(kinds: tuple[str, ...]) -> sa.Select[tuple[str]]:
    """One look into the index for each kind at either end: how many rows lie between does not matter."""
    moment = _DUE.c.due_at.type
    asked = sa.union_all(
        *(
            sa.select(
                sa.literal(kind, _DUE.c.kind.type).label("kind"),
                bindparam(f"furthest_{number}", type_=moment).label("furthest"),
            )
            for number, kind in enumerate(kinds)
        )
    ).subquery("asked")
    of_kind = sa.select(_DUE.c.due_at).where(_DUE.c.kind == asked.c.kind, _NOT_PAUSED)
    # Ordered and limited, not EXISTS: PostgreSQL would read the whole table once, to hash it.
    first = of_kind.where(_COME).order_by(_DUE.c.due_at).limit(1).scalar_subquery()
    last = of_kind.where(_DUE.c.due_at > asked.c.furthest).order_by(_DUE.c.due_at.desc()).limit(1).scalar_subquery()
    return sa.select(asked.c.kind).where(or_(first.is_not(None), last.is_not(None)))


def _takes_turn(transaction: Transaction, kind: str) -> bool:
    turn = transaction.core.execute(_FREE_TURN, {"kind": kind}).first()
    return bool(turn or transaction.insert_all_once(DueKindRow, [{"kind": kind}]))


def _moments(kind: str, furthest: timedelta, now: datetime) -> dict[str, Any]:
    return {"of_kind": kind, "now": now, "furthest": now + furthest, "pause_ends": now + LONGEST_PAUSE}


def _all(transaction: Transaction, statements: Sequence[sa.Select[Any]], values: Mapping[str, Any]) -> list[DueTime]:
    return [row for statement in statements for row in _times(transaction.core.execute(statement, values))]


def _times(rows: sa.CursorResult[Any]) -> list[DueTime]:
    return [DueTime._make(row) for row in rows]


def _by_kind(rows: Collection[DueTime]) -> dict[str, list[str]]:
    subjects: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        subjects[row.kind].append(row.subject)
    return subjects


def _chunks(subjects: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(subjects), _MOST_AT_ONCE):
        yield subjects[start : start + _MOST_AT_ONCE]
