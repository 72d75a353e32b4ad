"""Did it hold? What wards are asked about actions, and who has answered what many people are asked."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class HoldQuestionRow(Row, table=True):
    """A question to a ward about an action. Only the most careful answer is kept, and no count."""

    __tablename__ = "hold_question"
    __table_args__ = (
        sa.UniqueConstraint("action_id", "checked_at", "days"),
        sa.CheckConstraint("days > 0", name="days"),
    )
    id: UUID = Field(primary_key=True)
    action_id: UUID = Field(foreign_key="action.id")
    checked_at: datetime
    days: int
    team: str = Field(foreign_key="team.code")
    small: bool
    asked_at: datetime
    answer: str | None = None
    told: str | None = None
    closed_at: datetime | None = None


class AnswerKeyRow(Row, table=True):
    """The key of a question that many may answer once. It is deleted when the question closes."""

    __tablename__ = "answer_key"
    id: UUID = Field(primary_key=True)
    key_sealed: bytes


class AnswerMarkRow(Row, table=True):
    """Somebody has answered: a keyed hash. It has no row number, which would tell who came first."""

    __tablename__ = "answer_mark"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    question: UUID = Field(primary_key=True)
    mark: bytes = Field(primary_key=True)
