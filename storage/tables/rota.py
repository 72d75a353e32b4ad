"""Who is on call when, and the test alerts of each month."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class ShiftRow(Row, table=True):
    """One person's time on call. `offered_to` was asked to take it over, and has not answered yet."""

    __tablename__ = "shift"
    __table_args__ = (sa.CheckConstraint("ends_at >= starts_at", name="ends_at"),)
    id: UUID = Field(primary_key=True)
    person: str
    starts_at: datetime
    ends_at: datetime = Field(index=True)
    offered_to: str | None = None


class AlertTestRow(Row, table=True):
    """The test alert of one month, such as 2026-12: whom it asked, and who has seen it first."""

    __tablename__ = "alert_test"
    __table_args__ = (sa.CheckConstraint("(seen_by IS NULL) = (seen_at IS NULL)", name="seen_at"),)
    id: UUID = Field(primary_key=True)
    month: str = Field(unique=True)
    sent_at: datetime
    asked: str
    seen_by: str | None = None
    seen_at: datetime | None = None
