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
