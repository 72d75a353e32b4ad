"""Agreed changes."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class ActionRow(Row, table=True):
    """States and nudges will grow, so that the database lists none of them."""

    __tablename__ = "action"
    __table_args__ = (
        sa.CheckConstraint("(state = 'done') = (done_at IS NOT NULL)", name="done_at"),
        sa.CheckConstraint("length(owner) > 0", name="owner"),
        sa.CheckConstraint("checker <> owner", name="checker"),
        sa.CheckConstraint("checked_by IS NULL OR (checked_by <> owner AND state = 'done')", name="checked_by"),
        sa.CheckConstraint("(checked_at IS NULL) = (checked_by IS NULL)", name="checked_at"),
        sa.CheckConstraint(
            "ward_approved_by IS NULL OR (for_ward_sealed IS NOT NULL AND checked_at IS NOT NULL)",
            name="ward_approved_by",
        ),
        sa.CheckConstraint("nudges BETWEEN 0 AND 3", name="nudges"),
        sa.CheckConstraint("moves >= 0", name="moves"),
        sa.Index("ix_action_owner_state", "owner", "state"),
        sa.Index(
            "ix_action_open_due_on",
            "due_on",
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        ),
    )
    id: UUID = Field(primary_key=True)
    report_id: UUID = Field(foreign_key="report.id", index=True)
    submission_hash: bytes = Field(unique=True)
    change_sealed: bytes
    measure_sealed: bytes | None = None
    owner: str
    owner_zone: str
    due_on: date
    due_set_at: datetime
    nudged: str | None = None
    state: str
    agreed_by: str
    agreed_at: datetime
    done_at: datetime | None = None
    deputy: str | None = None
    checker: str | None = None
    planned_on: date | None = None
    paused: str | None = None
    moves: int = 0
    nudges: int = 0
    offered_at: datetime | None = None
    told_at: datetime | None = None
    checked_by: str | None = None
    checked_at: datetime | None = None
    for_ward_sealed: bytes | None = None
    ward_approved_by: str | None = None


class ActionEntryRow(Row, table=True):
    """What happened to an action, with the words of whoever did it."""

    __tablename__ = "action_entry"
    __table_args__ = (sa.Index("ix_action_entry_action_id_at", "action_id", "at"),)
    id: UUID = Field(primary_key=True)
    action_id: UUID = Field(foreign_key="action.id")
    kind: str
    author: str
    at: datetime
    due_on: date | None = None
    moved_from: date | None = None
    words_sealed: bytes | None = None
