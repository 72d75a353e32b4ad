"""Reports, and what was sent again with other answers."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.tables.base import one_of


class ReportRow(SQLModel, table=True):
    """`submission_hash` is a keyed hash of the form's nonce, `answers_hash` of what was answered.

    `incident_id` is never empty, which the database cannot say: it came later, and others point at this table.
    `type` is empty in rows that are older than types: `type_of_kind` says how they are read. Empty harm is not said.
    """

    __tablename__ = "report"
    __table_args__ = (
        one_of("still_at_risk", "no", "yes", "not_sure"),
        one_of("hurt", "no", "yes", "not_sure"),
        sa.CheckConstraint("length(narrative_sealed) > 0", name="narrative"),
        sa.CheckConstraint("length(reporter) > 0", name="reporter"),
        sa.CheckConstraint("(name_choice = 'anonymous') = (reporter = 'anonymous')", name="name_choice"),
        sa.Index("ix_report_team_reported_at", "team", "reported_at", "kind"),
        sa.Index("ix_report_reporter_reported_at", "reporter", "reported_at"),
    )
    id: UUID = Field(primary_key=True)
    incident_id: UUID = Field(foreign_key="incident.id", index=True, nullable=True)
    reference: str = Field(unique=True)
    kind: str
    still_at_risk: str
    team: str = Field(foreign_key="team.code")
    happened_at: datetime
    reported_at: datetime
    reporter: str
    name_choice: str = Field(default="named", sa_column_kwargs={"server_default": "named"})
    type: str | None = None
    hurt: str | None = None
    physical_harm: str | None = None
    psychological_harm: str | None = None
    first_read_at: datetime | None = None
    first_read_by: str | None = None
    submission_hash: bytes = Field(unique=True)
    answers_hash: bytes
    narrative_sealed: bytes


class AmendmentRow(SQLModel, table=True):
    """The same form sent again with other answers. The report stays as it was; this is kept beside it."""

    __tablename__ = "amendment"
    __table_args__ = (
        one_of("still_at_risk", "no", "yes", "not_sure"),
        one_of("hurt", "no", "yes", "not_sure"),
        sa.UniqueConstraint("report_id", "answers_hash"),
    )
    id: UUID = Field(primary_key=True)
    report_id: UUID = Field(foreign_key="report.id")
    kind: str
    still_at_risk: str
    team: str = Field(foreign_key="team.code")
    happened_at: datetime
    type: str | None = None
    hurt: str | None = None
    physical_harm: str | None = None
    psychological_harm: str | None = None
    amended_at: datetime
    answers_hash: bytes
    narrative_sealed: bytes
