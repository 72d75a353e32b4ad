"""What a database holds of messages and occurrences, read by somebody who made neither."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bot.domain.bulletins.edition import Edition
from storage.engine.transactions import Database, Transaction
from storage.tables.outbox import OccurrenceRow, OutboxRow


@dataclass(frozen=True)
class Row:
    """A message."""

    id: UUID
    kind: str
    target: str
    subject: Mapping[str, Any]
    state: str
    urgent: bool
    may_repeat: bool
    fence: int
    slack_ts: str | None


@dataclass(frozen=True)
class Kept:
    """All of it, at one moment."""

    rows: list[Row]
    occurrences: list[tuple[str, str, str]]

    def in_state(self, *states: str) -> list[Row]:
        return [row for row in self.rows if row.state in states]

    def of_kind(self, kind: str) -> list[Row]:
        return [row for row in self.rows if row.kind == kind]

    def keys(self, kind: str) -> list[tuple[str, str]]:
        """Subject and local key of each occurrence of this kind."""
        return [(subject, local_key) for its_kind, subject, local_key in self.occurrences if its_kind == kind]

    @property
    def editions(self) -> list[Edition]:
        return [Edition.model_validate_json(json.dumps(row.subject["edition"])) for row in self.of_kind("bulletin")]

    @property
    def latest(self) -> dict[str, str]:
        """The latest Monday told to each team."""
        return dict(sorted(self.keys("bulletin")))


def kept(database: Database) -> Kept:
    """What is there now."""
    with database.reading() as transaction:
        rows = [
            _row(transaction, row) for row in transaction.exec(select(OutboxRow).order_by(col(OutboxRow.position)))
        ]
        happened = transaction.exec(select(OccurrenceRow))
        return Kept(rows, [(each.kind, each.subject, each.local_key) for each in happened])


def _row(transaction: Transaction, row: OutboxRow) -> Row:
    return Row(
        id=row.id,
        kind=row.kind,
        target=transaction.unseal(row.target_sealed, bound_to=f"outbox.target:{row.id}"),
        subject=json.loads(transaction.unseal(row.body_sealed, bound_to=f"outbox.body:{row.id}")),
        state=row.state,
        urgent=row.urgent,
        may_repeat=row.may_repeat,
        fence=row.fence,
        slack_ts=row.slack_ts,
    )
