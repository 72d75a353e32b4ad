"""Incidents, and what the safety team and a reporter write to each other."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row

IS_OPEN = "incident.state IN ('new', 'taken', 'decided')"
"""Literal, and written like this in each query, or the partial indexes are not used."""


def _of_open(name: str, *columns: str) -> sa.Index:
    which = sa.text("state IN ('new', 'taken', 'decided')")
    return sa.Index(name, *columns, sqlite_where=which, postgresql_where=which)


WITHDRAWAL = "withdrawal"
"""As `EntryKind` has it, which code that composes messages may not see."""


class IncidentRow(Row, table=True):
    """An incident has the id of its first report. States and codes will grow, so that no check lists them.

    `unanswered` counts its reports without an answer: while there is one, the incident cannot be closed.
    """

    __tablename__ = "incident"
    __table_args__ = (
        sa.CheckConstraint("unanswered >= 0", name="unanswered"),
        sa.CheckConstraint("state <> 'closed' OR unanswered = 0", name="closed_unanswered"),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_at"),
        sa.CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged_into"),
        sa.CheckConstraint("(decided_at IS NULL) = (response IS NULL)", name="decided"),
        sa.Index("ix_incident_state_opened_at", "state", "opened_at"),
        sa.Index("ix_incident_team_opened_at", "team", "opened_at"),
        sa.Index("ix_incident_response_lead", "response_lead"),
        _of_open("ix_incident_open", "opened_at", "id"),
        _of_open("ix_incident_open_team", "team", "opened_at", "id"),
        _of_open("ix_incident_open_taken_by", "taken_by", "opened_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    kind: str
    team: str = Field(foreign_key="team.code")
    opened_at: datetime
    state: str
    sensitivity: str
    unanswered: int
    version: int
    taken_by: str | None = None
    taken_at: datetime | None = None
    category: str | None = None
    physical_harm: str | None = None
    psychological_harm: str | None = None
    response: str | None = None
    response_lead: str | None = None
    response_due_on: date | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason_sealed: bytes | None = None
    closed_by: str | None = None
    closed_at: datetime | None = None
    merged_into: UUID | None = Field(default=None, foreign_key="incident.id")


class InvolvedRow(Row, table=True):
    """Somebody of whom a reporter said that they are part of it: they may not see the incident."""

    __tablename__ = "involved"
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    person: str = Field(primary_key=True)


class DutyRow(Row, table=True):
    """A duty that the decision suggested. `verdict` is what a named person said of it; codes will grow."""

    __tablename__ = "duty"
    __table_args__ = (
        sa.CheckConstraint("(verdict IS NULL) = (decided_by IS NULL)", name="verdict"),
        sa.CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name="decided_at"),
        sa.Index(
            "ix_duty_waits",
            "incident_id",
            sqlite_where=sa.text("verdict IS NULL OR verdict = 'applies'"),
            postgresql_where=sa.text("verdict IS NULL OR verdict = 'applies'"),
        ),
    )
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    code: str = Field(primary_key=True)
    due_on: date | None = None
    verdict: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None


DUTY_WAITS = "(duty.verdict IS NULL OR duty.verdict = 'applies')"
"""Literal, and written like this in each query, or the partial index is not used."""


class AffectedRow(Row, table=True):
    """One person affected, by a letter: when each thing was ticked. Whoever has accepted was offered it."""

    __tablename__ = "affected"
    __table_args__ = (
        sa.CheckConstraint("length(letter) = 1", name="letter"),
        sa.CheckConstraint("accepted_at IS NULL OR offered_at IS NOT NULL", name="accepted_at"),
        sa.Index("ix_affected_offered_at", "offered_at"),
    )
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    letter: str = Field(primary_key=True)
    offered_at: datetime | None = None
    accepted_at: datetime | None = None
    answered_at: datetime | None = None


class SupportRow(Row, table=True):
    """After harm: since when support was offered, and done. It says nothing of who was hurt, or of who said so."""

    __tablename__ = "support"
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    offered_at: datetime | None = None
    done_at: datetime | None = None


class EntryRow(Row, table=True):
    """One entry of the conversation about a report. `words_sealed` is None where a press says it all."""

    __tablename__ = "entry"
    __table_args__ = (
        sa.CheckConstraint("length(author) > 0", name="author"),
        sa.Index("ix_entry_report_id_at", "report_id", "at"),
    )
    id: UUID = Field(primary_key=True)
    report_id: UUID = Field(foreign_key="report.id")
    submission_hash: bytes = Field(unique=True)
    kind: str
    author: str
    at: datetime
    read_at: datetime | None = None
    words_sealed: bytes | None = None


def is_withdrawn(report_id: sa.ColumnElement[UUID]) -> sa.Exists:
    """Whether the reporter of this report has taken it back, as a part of a query."""
    entry = sa.inspect(EntryRow).local_table.alias("withdrawal")
    return sa.exists().where(entry.c.report_id == report_id, entry.c.kind == WITHDRAWAL)
