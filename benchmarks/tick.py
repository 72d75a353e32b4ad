"""What a look at what is due costs, when a million due rows lie in the database and a thousand have come.

The floor is the bare indexed query in the driver. Beside reminders and bulletins the tick asks for thirteen
other kinds, as many as the program will have.
"""

import statistics
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from benchmarks import engines, programs
from benchmarks.rounds import ratio, row, seconds, table, take_turns
from bot import service_file
from bot.usecases.actions import nudges
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueKind, DueResult, WhenLate
from scheduler.due import DUE, Tick
from storage import actions, due
from storage.due import DueTime
from storage.engine.transactions import Database, Transaction

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
KINDS = 15
OTHERS_HAVE = 1_000
"""Rows of each of the other kinds, none of which has come."""
BARE = f"""SELECT kind, subject, due_at FROM due WHERE kind = 'nudge' AND due_at <= '{NOW:%Y-%m-%d %H:%M:%S}'
           ORDER BY due_at, subject"""  # noqa: S608 - a date of our own
REPORT = UUID(int=0)
_FILL = """
    WITH RECURSIVE numbered(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbered WHERE number < {count})
    INSERT INTO action (id, report_id, submission_hash, change_sealed, owner, owner_zone, due_on, due_set_at, state,
                        agreed_by, agreed_at)
    SELECT {id}, '{report}', {form}, {form}, 'U0OWNER' || (number & 63), 'Europe/London',
           CASE WHEN number <= {due} THEN {soon} ELSE {later} END, '2026-10-26 12:00:00', 'open',
           'U0JO000001', '2026-10-26 12:00:00'
    FROM numbered"""
_IN_ITS_WORDS = {
    "sqlite": {
        "id": "printf('%032x', number)",
        "report": REPORT.hex,
        "form": "CAST(number AS BLOB)",
        "soon": "'2026-11-27'",
        "later": "date('2027-11-01', '+' || (number & 15) || ' days')",
        "subject": "'00000000-0000-0000-0000-' || printf('%012x', number)",
        "come": "'2026-11-25 10:00:00.000000'",
        "to_come": "date('2027-10-30', '+' || (number & 15) || ' days') || ' 10:00:00.000000'",
    },
    "postgresql": {
        "id": "lpad(to_hex(number), 32, '0')::uuid",
        "report": str(REPORT),
        "form": "convert_to(number::text, 'UTF8')",
        "soon": "date '2026-11-27'",
        "later": "date '2027-11-01' + (number & 15)",
        "subject": "lpad(to_hex(number), 32, '0')::uuid::text",
        "come": "timestamptz '2026-11-25 10:00:00+00'",
        "to_come": "(date '2027-10-30' + (number & 15)) + time with time zone '10:00:00+00'",
    },
}


_FILL_DUE = """
    WITH RECURSIVE numbered(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbered WHERE number < {count})
    INSERT INTO due (kind, subject, due_at, failures)
    SELECT 'nudge', {subject}, CASE WHEN number <= {due} THEN {come} ELSE {to_come} END, 0 FROM numbered"""
_UNDO = (
    "UPDATE action SET nudged = NULL, nudges = 0 WHERE nudged IS NOT NULL",
    "UPDATE due SET due_at = '2026-11-25 10:00:00.000000' WHERE kind = 'nudge' AND due_at < '2027-01-01'",
    "DELETE FROM occurrence",
    "DELETE FROM outbox_subject",
    "DELETE FROM outbox",
)


_AT_ONCE = AtOnce()


class NoonClock:
    """Stands still."""

    def now(self) -> datetime:
        return NOW

    def elapsed(self) -> datetime:
        return NOW


@dataclass
class Other:
    """A kind of which nothing comes."""

    KIND: str
    WHAT: str = "something else"
    FURTHEST: timedelta = timedelta(days=30)
    WHEN_LATE: WhenLate = _AT_ONCE

    def serve(
        self, _transaction: Transaction, _context: Context, _rows: Sequence[DueTime], /, *, now: datetime
    ) -> DueResult:
        raise AssertionError(now)

    def standing(
        self, _transaction: Transaction, _context: Context, /, *, now: datetime
    ) -> Collection[DueTime] | None:
        return [DueTime(self.KIND, str(number), now + timedelta(days=1)) for number in range(OTHERS_HAVE)]


ALL: tuple[DueKind, ...] = (*DUE, *(Other(f"kind {number}") for number in range(len(DUE), KINDS)))


def main(*, count: int = 1_000_000, due: int = 1_000, rounds: int = 5) -> None:
    """Print what ticks cost with `count` actions, of which `due` are due."""
    print(f"\n### tick: {KINDS} kinds, {count:,} open actions, {due:,} of them due\n")
    table("engine", "contender", "median, ms", "ratio to the bare query")
    service = service_file.read_service(programs.SERVICE_FILE)
    for engine in engines.ENGINES:
        with engines.context(engine, service, NoonClock()) as context:
            _fill(context.database, count=count, due=due)
            _measure(context, engine, due=due, rounds=rounds)


def _measure(context: Context, engine: str, *, due: int, rounds: int) -> None:
    tick = Tick(context, ALL)
    tick()  # It has followed the service.
    _undo(context.database)
    with _bare(context.database) as bare:
        asked = {
            "the bare query": seconds(lambda: _all(bare, due)),
            "what is due, as the tick reads it": seconds(lambda: _to_nudge(context.database, due)),
            "a tick that queues all of it": lambda: _due_tick(context.database, tick),
        }
        _told(engine, take_turns(asked, rounds=rounds))
        tick()
        asked = {
            "the bare query, nothing due": seconds(lambda: _all(bare, 0)),
            "an idle tick": seconds(lambda: _idle(tick)),
        }
        _told(engine, take_turns(asked, rounds=rounds * 10))


def _told(engine: str, taken: dict[str, list[float]]) -> None:
    floor = next(iter(taken.values()))
    for name, each in taken.items():
        row(engine, name, f"{statistics.median(each) * 1000:.2f}", f"{ratio(each, floor):.1f}")


def _all(bare: Callable[[], list[object]], expected: int) -> None:
    assert len(bare()) == expected


def _to_nudge(database: Database, expected: int) -> None:
    with database.reading() as transaction:
        rows = due.to_serve(transaction, nudges.KIND, furthest=nudges.FURTHEST, now=NOW)
        assert len(actions.take_dates(transaction, [UUID(each.subject) for each in rows])) == expected


def _due_tick(database: Database, tick: Tick) -> float:
    taken = seconds(lambda: _queue(tick))()
    _undo(database)
    return taken


def _undo(database: Database) -> None:
    with database.engine.begin() as connection:
        for statement in _UNDO:
            connection.exec_driver_sql(statement)


def _queue(tick: Tick) -> None:
    assert tick().queued


def _idle(tick: Tick) -> None:
    result = tick()
    assert (result.queued, result.failed) == (0, [])


@contextmanager
def _bare(database: Database) -> Iterator[Callable[[], list[object]]]:
    """The driver itself, without SQLAlchemy."""
    with database.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        yield lambda: driver.execute(BARE).fetchall()


def _fill(database: Database, *, count: int, due: int) -> None:
    """One report with all the actions, of 64 owners. Their words are never opened here, so they are not sealed."""
    with database.writing(wait=600) as transaction:
        connection = transaction.connection()
        words = _IN_ITS_WORDS[connection.dialect.name]
        connection.exec_driver_sql(
            f"""INSERT INTO incident (id, kind, team, opened_at, state, sensitivity, unanswered, version)
                SELECT '{words["report"]}', 'care', 'oak-ward', '2026-10-26 12:00:00', 'new', 'ordinary', 1, 1
                FROM (SELECT 1 AS number) AS one"""  # noqa: S608 - constants of this file
        )
        connection.exec_driver_sql(
            f"""INSERT INTO report (id, incident_id, reference, kind, still_at_risk, team, happened_at, reported_at,
                                    reporter, submission_hash, answers_hash, narrative_sealed)
                SELECT '{words["report"]}', '{words["report"]}', '2222-222', 'care', 'no', 'oak-ward',
                       '2026-10-26 12:00:00', '2026-10-26 12:00:00', 'U0AMARA001',
                       {words["form"]}, {words["form"]}, {words["form"]}
                FROM (SELECT 1 AS number) AS one"""  # noqa: S608 - constants of this file
        )
        connection.exec_driver_sql(_FILL.format(count=count, due=due, **words))
        connection.exec_driver_sql(_FILL_DUE.format(count=count, due=due, **words))
        for name in ("action", "due"):  # A server does it by itself, a little later.
            connection.exec_driver_sql(f"ANALYZE {name}")
