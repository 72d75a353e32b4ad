"""What a look at what is due costs, when a million actions lie in the database and a thousand are due.

The floor is the bare indexed query in the driver, with the columns that decide whether a nudge is owed.
"""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from uuid import UUID

from benchmarks import engines, programs
from benchmarks.rounds import ratio, row, seconds, table, take_turns
from bot import service_file
from bot.usecases.actions import nudges
from bot.usecases.bulletins import queue
from bot.usecases.context import Context
from storage import actions
from storage.engine.transactions import Database

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATEST = date(2026, 11, 28)
"""A nudge leaves two days before the due date, and somewhere it is tomorrow already."""
BARE = f"""SELECT id, owner, owner_zone, due_on, due_set_at, nudged, state FROM action
           WHERE state = 'open' AND (nudged IS NULL OR nudged = 'before') AND due_on <= '{LATEST}'
             AND (nudged IS NULL OR due_on <= '{NOW.date()}')
           ORDER BY due_on, id"""  # noqa: S608 - two dates of our own
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
    },
    "postgresql": {
        "id": "lpad(to_hex(number), 32, '0')::uuid",
        "report": str(REPORT),
        "form": "convert_to(number::text, 'UTF8')",
        "soon": "date '2026-11-27'",
        "later": "date '2027-11-01' + (number & 15)",
    },
}


class NoonClock:
    """Stands still."""

    def now(self) -> datetime:
        return NOW

    def elapsed(self) -> datetime:
        return NOW


def main(*, count: int = 1_000_000, due: int = 1_000, rounds: int = 5) -> None:
    """Print what ticks cost with `count` actions, of which `due` are due."""
    print(f"\n### tick: {count:,} open actions, {due:,} of them due\n")
    table("engine", "contender", "median, ms", "ratio to the bare query")
    service = service_file.read_service(programs.SERVICE_FILE)
    for engine in engines.ENGINES:
        with engines.context(engine, service, NoonClock()) as context:
            _fill(context.database, count=count, due=due)
            _measure(context, engine, due=due, rounds=rounds)


def _measure(context: Context, engine: str, *, due: int, rounds: int) -> None:
    with _bare(context.database) as bare:
        asked = {
            "the bare query": seconds(lambda: _all(bare, due)),
            "what is due, as the tick reads it": seconds(lambda: _to_nudge(context.database, due)),
            "a tick that queues all of it": lambda: _due_tick(context),
        }
        _told(engine, take_turns(asked, rounds=rounds))
        nudges.queue_nudges(context, now=NOW)
        queue.queue_bulletins(context, now=NOW)
        asked = {
            "the bare query, nothing due": seconds(lambda: _all(bare, 0)),
            "an idle tick": seconds(lambda: _idle(context)),
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
        assert len(actions.to_nudge(transaction, by=LATEST, told_by=NOW.date())) == expected


def _due_tick(context: Context) -> float:
    taken = seconds(lambda: _tick(context))()
    with context.database.engine.begin() as connection:
        for undo in ("UPDATE action SET nudged = NULL WHERE nudged IS NOT NULL", "DELETE FROM occurrence"):
            connection.exec_driver_sql(undo)
        connection.exec_driver_sql("DELETE FROM outbox")
    return taken


def _tick(context: Context) -> int:
    return nudges.queue_nudges(context, now=NOW) + queue.queue_bulletins(context, now=NOW)


def _idle(context: Context) -> None:
    assert _tick(context) == 0


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
            f"""INSERT INTO report (id, reference, kind, still_at_risk, team, happened_at, reported_at, reporter,
                                    submission_hash, answers_hash, narrative_sealed)
                SELECT '{words["report"]}', '2222-222', 'care', 'no', 'oak-ward', '2026-10-26 12:00:00',
                       '2026-10-26 12:00:00', 'U0AMARA001', {words["form"]}, {words["form"]}, {words["form"]}
                FROM (SELECT 1 AS number) AS one"""  # noqa: S608 - constants of this file
        )
        connection.exec_driver_sql(_FILL.format(count=count, due=due, **words))
        connection.exec_driver_sql("ANALYZE action")  # A server does it by itself, a little later.
