"""Reviews of incidents: the people who take part, what each of them wrote, and that the lead has agreed."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class ReviewerRow(Row, table=True):
    """Somebody whom the lead has invited. Without their row they see nothing of it."""

    __tablename__ = "reviewer"
    __table_args__ = (sa.Index("ix_reviewer_person", "person"),)
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    person: str = Field(primary_key=True)
    invited_by: str
    invited_at: datetime


class ContributionRow(Row, table=True):
    """The boxes of one person. After two incidents became one, a person may have two of them."""

    __tablename__ = "contribution"
    __table_args__ = (
        sa.CheckConstraint("version > 0", name="version"),
        sa.Index("ix_contribution_incident_id_saved_at", "incident_id", "saved_at"),
    )
    id: UUID = Field(primary_key=True)
    incident_id: UUID = Field(foreign_key="incident.id")
    person: str
    version: int
    saved_at: datetime
    submission_hash: bytes = Field(unique=True)
    boxes_sealed: bytes


class ReviewAgreementRow(Row, table=True):
    """The lead has agreed the review of this incident."""

    __tablename__ = "review_agreement"
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    agreed_by: str
    agreed_at: datetime


class RecordEntryRow(Row, table=True):
    """One entry of the record of a deeper review. Whoever takes it out leaves it here."""

    __tablename__ = "record_entry"
    __table_args__ = (
        sa.CheckConstraint("(taken_out_at IS NULL) = (taken_out_by IS NULL)", name="taken_out"),
        sa.Index("ix_record_entry_incident_id", "incident_id"),
    )
    id: UUID = Field(primary_key=True)
    incident_id: UUID = Field(foreign_key="incident.id")
    kind: str
    at: datetime | None = None
    on_day: date | None = None
    tag: str | None = None
    written_by: str
    written_at: datetime
    taken_out_by: str | None = None
    taken_out_at: datetime | None = None
    submission_hash: bytes = Field(unique=True)
    words_sealed: bytes


class SessionRow(Row, table=True):
    """A reflection session."""

    __tablename__ = "learning_session"
    __table_args__ = (
        sa.CheckConstraint("version > 0", name="version"),
        sa.CheckConstraint("(about = 'review') = (incident_id IS NOT NULL)", name="about"),
        sa.Index("ix_learning_session_lead", "lead"),
        sa.Index("ix_learning_session_incident_id", "incident_id"),
    )
    id: UUID = Field(primary_key=True)
    about: str
    incident_id: UUID | None = Field(default=None, foreign_key="incident.id")
    lead: str
    starts_at: datetime
    proposed_at: datetime
    version: int
    called_off_at: datetime | None = None
    submission_hash: bytes = Field(unique=True)
    words_sealed: bytes


class GuestRow(Row, table=True):
    """Somebody who is invited to a session. Without their row they see nothing of it."""

    __tablename__ = "session_guest"
    __table_args__ = (sa.Index("ix_session_guest_person", "person"),)
    session_id: UUID = Field(primary_key=True, foreign_key="learning_session.id")
    person: str = Field(primary_key=True)
    coming: str | None = None
    profession: str | None = None


class NotesRow(Row, table=True):
    """The notes of one person in a session."""

    __tablename__ = "session_notes"
    __table_args__ = (
        sa.CheckConstraint("version > 0", name="version"),
        sa.UniqueConstraint("session_id", "person"),
    )
    id: UUID = Field(primary_key=True)
    session_id: UUID = Field(foreign_key="learning_session.id")
    person: str
    version: int
    saved_at: datetime
    submission_hash: bytes = Field(unique=True)
    sections_sealed: bytes
