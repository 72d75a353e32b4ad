"""What the tests of storage keep in a database: invented, small, and sealed by the program's own functions."""

import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.actions import Action
from bot.domain.narratives import Narrative
from bot.domain.reports import Report
from storage import actions, narratives, opening, outbox, reports, service
from storage.database import Database, Work
from storage.encryption import Keyring
from storage.outbox import Letter
from storage.reports import Amendment, Submission
from tests.domain.examples import NOON, a_draft, a_report, a_service, an_action

TODAY = date(2026, 11, 24)
WORDS = "The door alarm stayed silent during the checks"


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def migrated_at(path: Path, keyring: Keyring) -> Path:
    """A database that was opened once and closed."""
    opening.open_database(url_of(path), keyring).close()
    return path


def raw(database: Database, statement: str, values: Mapping[str, Any] | None = None) -> None:
    """What somebody with another program could do to the file."""
    with database.engine.begin() as connection:
        connection.execute(sa.text(statement), values or {})


def rows(database: Database, query: str) -> list[Any]:
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def everything_in(folder: Path) -> bytes:
    """Every byte on the disk: the database, its write-ahead log and what lies beside them."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def keep_service(work: Work) -> None:
    service.replace(work, a_service(), now=NOON)


def keep_report(work: Work, *, text: str = WORDS, **facts: Any) -> Report:
    """Keep a report; its number (id) makes its reference and its hashes as well."""
    number = facts.pop("number", 1)
    report = a_report(**{"id": UUID(int=number), "reference": f"2222-{number:03}", **facts})
    sealed = narratives.sealed_for_report(work, Narrative(text=text), report.id)
    submission = Submission(form=b"form %d" % number, answers=b"answers %d" % number)
    reports.add(work, report, narrative_sealed=sealed, submission=submission)
    return report


def keep_amendment(work: Work, *, number: int = 3, text: str = WORDS, now: datetime = NOON, **answers: Any) -> UUID:
    """Keep other answers to the form of report 1."""
    amendment = Amendment(UUID(int=number), UUID(int=1), a_draft(**answers), b"answers %d" % number)
    sealed = narratives.sealed_for_amendment(work, Narrative(text=text), amendment.id)
    reports.amend(work, amendment, narrative_sealed=sealed, now=now)
    return amendment.id


def keep_action(work: Work, *, number: int = 2, **facts: Any) -> Action:
    action = an_action(**{"id": UUID(int=number), **facts})
    actions.add(work, action, submission=b"form %d" % number)
    return action


def a_letter(**facts: Any) -> Letter:
    given = {"kind": "card", "unique": "1", "target": "C0SAFETY", "subject": {"report": str(UUID(int=1))}}
    return Letter(**{**given, **facts})


def queue(database: Database, *letters: Letter, now: datetime = NOON) -> None:
    with database.writing() as work:
        for letter in letters:
            outbox.put(work, letter, now=now)


def at_once(work: Callable[[int], object], *, threads: int) -> None:
    """Run `work` in so many threads, all starting at the same moment, and raise what any of them raised."""
    start, errors = threading.Barrier(threads), list[BaseException]()

    def run(number: int) -> None:
        start.wait()
        try:
            work(number)
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread of the test
            errors.append(error)

    running = [threading.Thread(target=run, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if errors:
        raise errors[0]


def opened(path: Path, keyring: Keyring) -> closing[Database]:
    return closing(opening.open_database(url_of(path), keyring))


def at(text: str) -> datetime:
    """`2026-11-24 12:00` as a moment in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
