"""What the database holds, read in plain SQL with the keys alone: none of the bot's own queries is believed."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.settings import Settings
from storage.engine.encryption import Keyring

UNSETTLED = ("ready", "sending", "doubtful")


@dataclass(frozen=True)
class Report:
    """A report, with the words of its amendments after its own."""

    id: str
    reference: str
    reporter: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class OutboxMessage:
    """A row of the outbox, opened."""

    id: str
    kind: str
    urgent: bool
    state: str
    slack_ts: str | None
    target: str
    subject: dict[str, Any]
    unique_hash: bytes


@dataclass(frozen=True)
class StoredRows:
    """Everything of it that a promise is about. `broken_at` is the first audit entry that does not fit, or 0."""

    reports: list[Report]
    messages: list[OutboxMessage]
    occurrences: set[tuple[str, str, str]]
    audited: list[str]
    broken_at: int
    lookup: bytes

    def hash_of(self, message: str) -> bytes:
        """The unique key under which this message would be queued."""
        return hmac.digest(self.lookup, f"outbox:{message}".encode(), hashlib.sha256)


class _Reader:
    def __init__(self, connection: sa.Connection, keyring: Keyring) -> None:
        self._connection, self._keyring = connection, keyring

    def rows(self, question: str) -> list[Any]:
        return list(self._connection.execute(sa.text(question)))

    def opened(self, sealed: bytes, bound_to: str) -> str:
        return self._keyring.open(bytes(sealed), bound_to=bound_to)

    def secret(self, name: str) -> bytes:
        ((sealed,),) = self.rows(f"SELECT value_sealed FROM secret WHERE name = '{name}'")  # noqa: S608 - two constants
        return base64.b64decode(self.opened(sealed, f"secret.value:{name}"))

    def reports(self) -> list[Report]:
        amendments = self.rows("SELECT report_id, id, narrative_sealed FROM amendment ORDER BY amended_at")
        return [
            Report(
                id=_id(row.id),
                reference=row.reference,
                reporter=row.reporter,
                words=(
                    self.opened(row.narrative_sealed, f"report.narrative:{_id(row.id)}"),
                    *(
                        self.opened(added.narrative_sealed, f"amendment.narrative:{_id(added.id)}")
                        for added in amendments
                        if added.report_id == row.id
                    ),
                ),
            )
            for row in self.rows("SELECT id, reference, reporter, narrative_sealed FROM report")
        ]

    def messages(self) -> list[OutboxMessage]:
        return [
            OutboxMessage(
                id=_id(row.id),
                kind=row.kind,
                urgent=bool(row.urgent),
                state=row.state,
                slack_ts=row.slack_ts,
                target=self.opened(row.target_sealed, f"outbox.target:{_id(row.id)}"),
                subject=json.loads(self.opened(row.body_sealed, f"outbox.body:{_id(row.id)}")),
                unique_hash=bytes(row.unique_hash),
            )
            for row in self.rows("SELECT * FROM outbox ORDER BY position")
        ]

    def first_broken_entry(self) -> int:
        """The chain is computed anew from what its docstring says, and compared."""
        secret, previous = self.secret("audit"), bytes(32)
        for number, row in enumerate(self.rows("SELECT * FROM audit ORDER BY seq"), start=1):
            fields = [row.seq, previous.hex(), _utc(row.at), row.actor, row.action, row.subject, row.detail]
            chained = hmac.digest(secret, b"candour-audit-1:" + json.dumps(fields).encode(), hashlib.sha256)
            if (row.seq, bytes(row.hash)) != (number, chained):
                return number
            previous = chained
        ((ends_with,),) = self.rows("SELECT hash FROM audit_head")
        return 0 if bytes(ends_with) == previous else -1


def all_of(settings: Settings) -> StoredRows:
    """Everything, at one moment."""
    with _reading(settings) as reader:
        return StoredRows(
            reports=reader.reports(),
            messages=reader.messages(),
            occurrences={tuple(row) for row in reader.rows("SELECT kind, subject, local_key FROM occurrence")},
            audited=[row.subject for row in reader.rows("SELECT subject FROM audit WHERE action = 'report.sent'")],
            broken_at=reader.first_broken_entry(),
            lookup=reader.secret("lookup"),
        )


def references(settings: Settings) -> list[str]:
    """The references of all reports."""
    with _reading(settings) as reader:
        return [row.reference for row in reader.rows("SELECT reference FROM report")]


def unsettled(settings: Settings) -> list[str]:
    """The states of messages that have neither left nor been dropped nor been given to a person to decide."""
    with _reading(settings) as reader:
        return [row.state for row in reader.rows("SELECT state FROM outbox") if row.state in UNSETTLED]


def weeks_told(message: OutboxMessage) -> list[tuple[str, str]]:
    """Of a bulletin: its team, with its Monday."""
    edition = message.subject["edition"]
    return [(edition["team"], edition["monday"])]


@contextmanager
def _reading(settings: Settings) -> Iterator[_Reader]:
    engine = sa.create_engine(settings.candour_database_url, poolclass=sa.NullPool, hide_parameters=True)
    with engine.connect() as connection:
        yield _Reader(connection, Keyring.from_text(settings.candour_keys.get_secret_value()))


def _id(value: object) -> str:
    """SQLite keeps ids without the dashes."""
    return str(UUID(str(value)))


def _utc(value: datetime | str) -> str:
    """SQLite keeps times as text in UTC."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC).isoformat()
    return value.astimezone(UTC).isoformat()
