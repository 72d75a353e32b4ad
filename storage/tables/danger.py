"""The danger of an incident, and who was asked about it."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row

LASTING = "danger.state <> 'ended'"
"""Literal, and written like this in each query, or the partial index is not used."""


class DangerRow(Row, table=True):
    """At most one for each incident. `next_at` is when its ladder rings next, as its due row says."""

    __tablename__ = "danger"
    __table_args__ = (
        sa.CheckConstraint("(state = 'held') = (holder IS NOT NULL)", name="holder"),
        sa.CheckConstraint("(holder IS NULL) = (taken_at IS NULL)", name="taken_at"),
        sa.CheckConstraint("(state = 'open') = (next_at IS NOT NULL)", name="next_at"),
        sa.CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ended_at"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by"),
        sa.CheckConstraint("step >= 0 AND rungs >= 0", name="counts"),
        sa.Index(
            "ix_danger_lasting",
            "incident_id",
            sqlite_where=sa.text("state <> 'ended'"),
            postgresql_where=sa.text("state <> 'ended'"),
        ),
    )
    incident_id: UUID = Field(primary_key=True, foreign_key="incident.id")
    level: str
    team: str = Field(foreign_key="team.code")
    state: str
    started_at: datetime
    step: int
    rungs: int
    next_at: datetime | None = None
    holder: str | None = None
    taken_at: datetime | None = None
    question_at: datetime | None = None
    last_holder: str | None = None
    lost_at: datetime | None = None
    lost_how: str | None = None
    reporter_safe_at: datetime | None = None
    ended_by: str | None = None
    ended_at: datetime | None = None
    ended_how: str | None = None
    words_sealed: bytes | None = None


class RungRow(Row, table=True):
    """A ringing of the ladder: which one it was, and a person or a channel that it went to."""

    __tablename__ = "rung"
    __table_args__ = (sa.CheckConstraint("number > 0", name="number"),)
    incident_id: UUID = Field(primary_key=True, foreign_key="danger.incident_id")
    number: int = Field(primary_key=True)
    target: str = Field(primary_key=True)
    at: datetime
    answer: str
    paused: bool | None = None
