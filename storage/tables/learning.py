"""Learning points, and for whom they are; themes, and their incidents."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class LearningPointRow(Row, table=True):
    """Words that somebody wrote for colleagues. Nobody approves their own."""

    __tablename__ = "learning_point"
    __table_args__ = (
        sa.CheckConstraint("approved_by <> written_by", name="second_person"),
        sa.CheckConstraint("(state = 'approved') = (approved_by IS NOT NULL)", name="approved"),
        sa.CheckConstraint("(approved_by IS NULL) = (approved_at IS NULL)", name="approved_at"),
        sa.CheckConstraint("(state = 'sent_back') = (sent_back_by IS NOT NULL)", name="sent_back"),
        sa.Index("ix_learning_point_state_approved_at", "state", "approved_at"),
    )
    id: UUID = Field(primary_key=True)
    submission_hash: bytes = Field(unique=True)
    words_sealed: bytes
    to_try_sealed: bytes | None = None
    source: UUID | None = Field(default=None, foreign_key="incident.id")
    written_by: str
    written_at: datetime
    state: str
    approved_by: str | None = None
    approved_at: datetime | None = None
    sent_back_by: str | None = None


class AudienceRow(Row, table=True):
    """A learning point is for these teams; for all of them if it has no row here."""

    __tablename__ = "learning_audience"
    point_id: UUID = Field(primary_key=True, foreign_key="learning_point.id")
    team: str = Field(primary_key=True, foreign_key="team.code")


class ConsentRow(Row, table=True):
    """What the reporter of its source is asked about a learning point. When they answer is not kept."""

    __tablename__ = "consent"
    __table_args__ = (sa.CheckConstraint("answer IN ('fine', 'please_not')", name="answer"),)
    point_id: UUID = Field(primary_key=True, foreign_key="learning_point.id")
    report_id: UUID = Field(primary_key=True, foreign_key="report.id")
    until_at: datetime
    answer: str | None = None


class ThemeRow(Row, table=True):
    """What several incidents have in common, as a person named and confirmed it. A retired one stays."""

    __tablename__ = "theme"
    __table_args__ = (
        sa.CheckConstraint("(retired_at IS NULL) = (retired_by IS NULL)", name="retired_by"),
        sa.CheckConstraint("(retired_at IS NULL) = (retired_because_sealed IS NULL)", name="retired_because"),
        sa.Index("ix_theme_confirmed_at", "confirmed_at"),
    )
    id: UUID = Field(primary_key=True)
    submission_hash: bytes = Field(unique=True)
    first_day: date
    last_day: date
    name_sealed: bytes
    note_sealed: bytes
    confirmed_by: str
    confirmed_at: datetime
    retired_by: str | None = None
    retired_at: datetime | None = None
    retired_because_sealed: bytes | None = None


class ThemeIncidentRow(Row, table=True):
    """An incident of a theme. One that was left out stays, as a part of the history."""

    __tablename__ = "theme_incident"
    __table_args__ = (
        sa.CheckConstraint("(left_out_at IS NULL) = (left_out_by IS NULL)", name="left_out"),
        sa.Index("ix_theme_incident_incident_id", "incident_id"),
    )
    theme_id: UUID = Field(primary_key=True, foreign_key="theme.id")
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    added_by: str
    added_at: datetime
    left_out_by: str | None = None
    left_out_at: datetime | None = None


class RecommendationRow(Row, table=True):
    """A recommendation from outside, with what was decided and what shows that it was done."""

    __tablename__ = "recommendation"
    __table_args__ = (
        sa.CheckConstraint("(outcome IS NULL) = (because_sealed IS NULL)", name="because"),
        sa.CheckConstraint("(outcome IS NULL) = (decided_by IS NULL)", name="decided_by"),
        sa.CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name="decided_at"),
        sa.CheckConstraint("(proven_at IS NULL) = (proof_sealed IS NULL)", name="proof"),
        sa.CheckConstraint("proven_by <> owner", name="second_person"),
        sa.Index("ix_recommendation_due_on", "due_on"),
    )
    id: UUID = Field(primary_key=True)
    submission_hash: bytes = Field(unique=True)
    source: str
    dated: date
    owner: str
    due_on: date | None = None
    words_sealed: bytes
    added_by: str
    added_at: datetime
    outcome: str | None = None
    because_sealed: bytes | None = None
    duplicate_of: UUID | None = Field(default=None, foreign_key="recommendation.id")
    decided_by: str | None = None
    decided_at: datetime | None = None
    action_id: UUID | None = Field(default=None, foreign_key="action.id")
    proof_sealed: bytes | None = None
    proven_by: str | None = None
    proven_at: datetime | None = None
