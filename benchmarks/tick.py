"""What a tick costs when many actions lie in the database and few are due: `make bench`

Contenders: the bare indexed query in the driver; the same actions as the program reads them, opened and checked; and
the whole idle tick, when nothing is due.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from benchmarks.rounds import medians, told
from bot.domain.nudges import Owed
from bot.service_file import read
from bot.usecases import nudging, publishing
from bot.usecases.configuring import load_service
from bot.usecases.house import House
from storage import actions, opening
from storage.database import Database
from storage.encryption import Keyring, new_key
from storage.tables import ReportRow

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DUE = 1_000
SERVICE = Path(__file__).resolve().parent.parent / "sandbox" / "invented" / "service.toml"
QUERY = """SELECT * FROM action WHERE (state = 'open' AND nudged IS NULL AND due_on <= ?)
           OR (state = 'open' AND nudged = 'before' AND due_on <= ?) ORDER BY due_on, id"""


class NoonClock:
    """Stands still."""

    def now(self) -> datetime:
        return NOW

    def elapsed(self) -> datetime:
        return NOW


def main(count: int) -> None:
    """Measure with `count` actions, of which `DUE` are due."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        database = opening.open_database(f"sqlite:///{path}", Keyring.from_text(f"bench:{new_key()}"))
        service = read(SERVICE)
        load_service(database, service, now=NOW)
        _fill(database, path, count)
        house = House(database, NoonClock(), service)
        bare = sqlite3.connect(path)
        by = (NOW + timedelta(days=4)).date()
        due = medians(
            {
                "the bare query": lambda: bare.execute(QUERY, (by.isoformat(), by.isoformat())).fetchall(),
                "the actions, opened and checked": lambda: _to_nudge(database, by),
            }
        )
        print(f"{count:,} actions, {DUE:,} due", *told(due, floor="the bare query"), sep="\n")
        _queue_what_is_due(house)
        idle = medians(
            {
                "the bare query": lambda: bare.execute(QUERY, (by.isoformat(), by.isoformat())).fetchall(),
                "the whole idle tick": lambda: _tick(house),
            }
        )
        print(f"{count:,} actions, none due", *told(idle, floor="the bare query"), sep="\n")
        bare.close()
        database.close()


def _to_nudge(database: Database, by: date) -> list[Owed]:
    with database.reading() as work:
        found = actions.to_nudge(work, by=by, told_by=by)
    assert len(found) == DUE
    return found


def _tick(house: House) -> None:
    assert nudging.queue_nudges(house, now=NOW) == 0
    assert publishing.queue_bulletins(house, now=NOW) == 0


def _queue_what_is_due(house: House) -> None:
    nudging.queue_nudges(house, now=NOW)
    publishing.queue_bulletins(house, now=NOW)


def _fill(database: Database, path: Path, count: int) -> None:
    """One report, and its actions: those that are due belong to ten owners, the others are due next year."""
    report = UUID(int=0)
    with database.writing() as work:
        work.add(
            ReportRow(
                id=report,
                reference="2222-222",
                kind="care",
                still_at_risk="no",
                team="oak-ward",
                happened_at=NOW,
                reported_at=NOW,
                reporter="U0AMARA001",
                submission_hash=b"form",
                answers_hash=b"answers",
                narrative_sealed=b"sealed",
            )
        )
    long_ago = (NOW - timedelta(days=30)).strftime("%Y-%m-%d %H:%M:%S.%f")
    with database.reading() as work:
        rows = [_row(work.seal, number, report=report, long_ago=long_ago) for number in range(count)]
    with sqlite3.connect(path) as bare:
        bare.executemany(
            """INSERT INTO action (id, report_id, submission_hash, change_sealed, owner, owner_zone, due_on,
               due_set_at, state, agreed_by, agreed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)""",
            rows,
        )
    bare.close()


def _row(seal: Callable[..., bytes], number: int, *, report: UUID, long_ago: str) -> tuple[object, ...]:
    action = UUID(int=number + 1)
    due_on = date(2026, 11, 27) if number < DUE else date(2027, 11, 1) + timedelta(days=number % 28)
    words = seal("Test each door alarm on Mondays", bound_to=f"action.change:{action}")
    owner = f"U0OWNER{number % 10:03}"
    return (action.hex, report.hex, f"form {number}".encode(), words, owner, "Europe/London", due_on.isoformat(),
            long_ago, "U0JO000001", long_ago)  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
