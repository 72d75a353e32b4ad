"""What comes by itself, and when."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class DueRow(SQLModel, table=True):
    """One kind comes to one subject at `due_at`. A row that failed waits until `retry_at` as well."""

    __tablename__ = "due"
    __table_args__ = (
        sa.CheckConstraint("(failures = 0) = (retry_at IS NULL)", name="failures"),
        sa.Index("ix_due_kind_due_at", "kind", "due_at"),
        sa.Index(
            "ix_due_failing",
            "retry_at",
            sqlite_where=sa.text("failures > 0"),
            postgresql_where=sa.text("failures > 0"),
        ),
    )
    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    due_at: datetime
    failures: int = 0
    retry_at: datetime | None = None
    last_error: str | None = None


class DueKindRow(SQLModel, table=True):
    """One row for each kind. Whoever serves the kind's due rows holds it, so that one replica does."""

    __tablename__ = "due_kind"
    kind: str = Field(primary_key=True)
