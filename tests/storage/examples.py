"""What the tests of storage keep in a database: invented, small, and sealed by the program's own functions."""

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from bot.domain.actions.action import Action
from bot.domain.incidents.conversation import Entry, EntryKind, EntryWords
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.sensitivity import Sensitivity
from sandbox.people.waiting import LONGEST
from storage import actions, audit, conversations, incidents, integrity, narratives, reports, service
from storage import danger as dangers
from storage.audit import AuditEvent
from storage.engine import connect
from storage.engine.encryption import Keyring
from storage.engine.transactions import Database, Transaction
from storage.outbox import messages
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.reports import Amendment, FormHashes
from tests.domain.examples import NOON, a_danger, a_draft, a_report, a_service, an_action

TODAY = date(2026, 11, 24)
WORDS = "The door alarm stayed silent during the checks"


on_sqlite = pytest.mark.parametrize("engine", ["sqlite"])
"""For a test of what only SQLite has."""
on_postgresql = pytest.mark.parametrize("engine", ["postgresql"])


def migrated_at(url: str, keyring: Keyring) -> None:
    """A database that was opened once and closed."""
    connect.make_or_open_database(url, keyring).close()


def raw(database: Database, statement: str, values: Mapping[str, Any] | None = None) -> None:
    """What somebody with another program could do. Bytes are written as x'00'."""
    if database.shared:
        statement = re.sub(r"x'([0-9a-f]*)'", r"'\\x\1'::bytea", statement)
        statement = statement if values else statement.replace("%", "%%")  # Its driver takes % for a place.
    with database.engine.begin() as connection:
        connection.exec_driver_sql(statement) if not values else connection.execute(sa.text(statement), values)


def rows(database: Database, query: str) -> list[Any]:
    """What is there; moments as SQLite keeps them."""
    with database.engine.connect() as connection:
        return [tuple(map(_plain, row)) for row in connection.execute(sa.text(query))]


@contextmanager
def queries_of(database: Database) -> Iterator[list[str]]:
    """The queries that are sent to this database in the block, without what begins, ends or limits them."""
    engine = database.backend.writer if database.shared else database.backend.reader  # The other is made from it.
    asked: list[str] = []

    def remember(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")) and "set_config" not in statement:
            asked.append(statement)

    sa.event.listen(engine, "before_cursor_execute", remember)
    try:
        yield asked
    finally:
        sa.event.remove(engine, "before_cursor_execute", remember)


def note(database: Database, number: int) -> None:
    """One more audit entry."""
    with database.writing(wait=30) as transaction:
        audit.add(transaction, actor="U0SAFETY", event=AuditEvent.REPORT_OPENED, subject=f"r-{number}", at=NOON)


def vouch(database: Database, *, number: int = 1) -> None:
    """The audit entry of a report that was kept without one."""
    with database.writing(wait=30) as transaction:
        _vouch(transaction, reports.get(transaction, UUID(int=number)))


def _vouch(transaction: Transaction, report: Report) -> None:
    digest = integrity.report_digest(transaction, report)
    subject = str(report.id)
    audit.add(transaction, actor="U0SAFETY", event=AuditEvent.REPORT_SENT, subject=subject, at=NOON, digest=digest)


def report_until(database: Database, enough: threading.Event, *, first: int) -> None:
    """Keep reports, each with its audit entry in one transaction, until it is enough."""
    number = first
    while not enough.is_set():
        number += 1
        with database.writing(wait=30) as transaction:
            _vouch(transaction, keep_report(transaction, number=number, reference=f"{number:07}"))


def every_row(engine: sa.Engine) -> dict[str, list[str]]:
    """What is in each table, as the program reads it, in the order of the first columns."""
    with engine.connect() as connection:
        return {
            table.name: list(map(repr, connection.execute(sa.select(table).order_by(*list(table.c)[:2]))))
            for table in SQLModel.metadata.sorted_tables
        }


def _plain(value: object) -> object:
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else value


def triggers(database: Database) -> list[tuple[str, str]]:
    """The name of each trigger with its table's."""
    if database.shared:
        return rows(
            database, "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"
        )
    return rows(database, "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1")


def unguard(database: Database) -> None:
    """Somebody with the database's own tools takes the guards away."""
    for name, table in triggers(database):
        raw(database, f"DROP TRIGGER {name} ON {table}" if database.shared else f"DROP TRIGGER {name}")


def everything_in(folder: Path) -> bytes:
    """Every byte on the disk: the database, its write-ahead log and what lies beside them."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def keep_service(transaction: Transaction) -> None:
    service.save(transaction, a_service(), now=NOON)


def keep_report(transaction: Transaction, *, text: str = WORDS, **facts: Any) -> Report:
    """Keep a report; its number (id) makes its reference and its hashes as well."""
    number = facts.pop("number", 1)
    id_ = facts.pop("id", UUID(int=number))
    report = a_report(id=id_, **{"incident_id": id_, "reference": f"2222-{number:03}", **facts})
    sealed = narratives.seal_for_report(transaction, Narrative(text=text), report.id)
    submission = FormHashes(form=b"form %d" % number, answers=b"answers %d" % number)
    incidents.add(transaction, report, sensitivity=Sensitivity.ORDINARY)
    reports.add(transaction, report, narrative_sealed=sealed, submission=submission)
    return report


def keep_entry(transaction: Transaction, **changes: Any) -> None:
    """An entry of the conversation about the first report."""
    facts = {"id": UUID(int=1), "report_id": UUID(int=1), "kind": EntryKind.ADDITION, "author": "U0AMARA", "at": NOON}
    conversations.add(transaction, Entry(**{**facts, **changes}), EntryWords(text=WORDS), submission=b"entry form")


def keep_amendment(
    transaction: Transaction, *, number: int = 3, text: str = WORDS, now: datetime = NOON, **answers: Any
) -> UUID:
    """Keep other answers to the form of report 1."""
    amendment = Amendment(UUID(int=number), UUID(int=1), a_draft(**answers), b"answers %d" % number)
    sealed = narratives.seal_for_amendment(transaction, Narrative(text=text), amendment.id)
    reports.amend(transaction, amendment, narrative_sealed=sealed, now=now)
    return amendment.id


def keep_danger(transaction: Transaction, **facts: Any) -> None:
    """The danger of the first report, about which somebody was asked."""
    danger = a_danger(**facts)
    dangers.add(transaction, danger)
    dangers.note_asked(transaction, danger, {"U0ONCALL": None}, now=NOON)


def keep_action(transaction: Transaction, *, number: int = 2, **facts: Any) -> Action:
    action = an_action(**{"id": UUID(int=number), **facts})
    actions.add(transaction, action, submission=b"form %d" % number)
    return action


def a_letter(**facts: Any) -> OutboxMessage:
    given = {"kind": "card", "unique": "1", "target": "C0SAFETY", "body": json.dumps({"report": str(UUID(int=1))})}
    return OutboxMessage(**{**given, **facts})


def a_claimed_message(**facts: Any) -> ClaimedMessage:
    letter = a_letter()
    given = {
        "id": UUID(int=7),
        "kind": letter.kind,
        "target": letter.target,
        "body": letter.body,
        "priority": letter.priority,
        "fence": 1,
        "attempts": 1,
        "absences": 0,
        "may_repeat": False,
        "first_attempt_at": NOON,
        "lease_until": NOON,
        "queued_at": NOON,
    }
    return ClaimedMessage(**{**given, **facts})


def queue(database: Database, *letters: OutboxMessage, now: datetime = NOON) -> None:
    with database.writing(wait=LONGEST) as transaction:
        for letter in letters:
            messages.put(transaction, letter, now=now)


def at_once(transaction: Callable[[int], object], *, threads: int) -> None:
    """Run `transaction` in so many threads, all starting at the same moment, and raise what any of them raised."""
    start, errors = threading.Barrier(threads), list[BaseException]()

    def run(number: int) -> None:
        start.wait()
        try:
            transaction(number)
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread of the test
            errors.append(error)

    running = [threading.Thread(target=run, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if errors:
        raise errors[0]


def opened(url: str, keyring: Keyring) -> closing[Database]:
    return closing(connect.make_or_open_database(url, keyring))


def at(text: str) -> datetime:
    """`2026-11-24 12:00` as a moment in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
