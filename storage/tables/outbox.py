"""Messages that must leave, their rate limit, and what happens once."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.tables.base import one_of


class OutboxRow(SQLModel, table=True):
    """A message that must leave. `unique_hash`, `recipient_hash` and `sender_hash` are keyed hashes.

    `leaves_at` is the slot that its latest claim was given. `queued_at` is None in no row that is still to leave.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        one_of("state", "ready", "sending", "sent", "doubtful", "held", "dead", "dropped"),
        sa.CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease"),
        sa.CheckConstraint("(state = 'sent') = (slack_ts IS NOT NULL)", name="slack_ts"),
        sa.Index(
            "ix_outbox_ready",
            "urgent",
            "not_before",
            "position",
            sqlite_where=sa.text("state = 'ready'"),
            postgresql_where=sa.text("state = 'ready'"),
        ),
        sa.Index("ix_outbox_leaves_at", "leaves_at"),
        sa.Index(
            "ix_outbox_unsettled",
            "state",
            sqlite_where=sa.text("state IN ('sending', 'doubtful', 'held', 'dead')"),
            postgresql_where=sa.text("state IN ('sending', 'doubtful', 'held', 'dead')"),
        ),
    )
    position: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True)
    unique_hash: bytes = Field(unique=True)
    kind: str
    urgent: bool
    recipient_hash: bytes
    sender_hash: bytes | None = None
    target_sealed: bytes
    body_sealed: bytes
    state: str
    not_before: datetime
    queued_at: datetime | None = None
    attempts: int = 0
    absences: int = 0
    may_repeat: bool = False
    fence: int = 0
    claimed_by: str | None = None
    lease_until: datetime | None = None
    first_attempt_at: datetime | None = None
    leaves_at: datetime | None = None
    slack_ts: str | None = None
    last_error: str | None = None


class OutboxSubjectRow(SQLModel, table=True):
    """A message shows this subject, such as an action: every copy is redrawn when the subject changes."""

    __tablename__ = "outbox_subject"
    subject: UUID = Field(primary_key=True)
    message: UUID = Field(primary_key=True, foreign_key="outbox.id")


class RateLimitRow(SQLModel, table=True):
    """From when the next message may leave, and the next that is not urgent."""

    __tablename__ = "rate_limit"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    next_at: datetime
    next_normal_at: datetime


class OccurrenceRow(SQLModel, table=True):
    """Something that happens once: one kind, one subject, one local key (a date, or a date and a stage)."""

    __tablename__ = "occurrence"
    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    local_key: str = Field(primary_key=True)
    made_at: datetime
