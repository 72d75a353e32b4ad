"""The weekly bulletins of the teams."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class BulletinRow(Row, table=True):
    """The bulletin of a team and a week: a draft at first. `message_sealed` is what is posted, byte for byte."""

    __tablename__ = "bulletin"
    __table_args__ = (
        sa.UniqueConstraint("team", "monday"),
        sa.CheckConstraint("posted_at IS NULL OR state = 'approved'", name="posted"),
        sa.CheckConstraint("state <> 'approved' OR decided_by IS NOT NULL", name="approved_by"),
        # A learning point is told to a team once.
        sa.Index(
            "uq_bulletin_team_point_id",
            "team",
            "point_id",
            unique=True,
            sqlite_where=sa.text("state = 'approved'"),
            postgresql_where=sa.text("state = 'approved'"),
        ),
    )
    id: UUID = Field(primary_key=True)
    team: str = Field(foreign_key="team.code")
    monday: date
    point_id: UUID = Field(foreign_key="learning_point.id")
    state: str
    message_sealed: bytes
    made_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    posted_at: datetime | None = None
    told_at: datetime | None = None


class BulletinAnswerRow(Row, table=True):
    """How many gave this answer, and never more than the five from which on it is told."""

    __tablename__ = "bulletin_answer"
    __table_args__ = (sa.CheckConstraint("count BETWEEN 1 AND 5", name="count"),)
    bulletin_id: UUID = Field(primary_key=True, foreign_key="bulletin.id")
    answer: str = Field(primary_key=True)
    count: int


class WrittenBackRow(Row, table=True):
    """Words for the lead. Without their writer, a time and a row number, which would tell who wrote them."""

    __tablename__ = "written_back"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    id: UUID = Field(primary_key=True)
    bulletin_id: UUID = Field(foreign_key="bulletin.id", index=True)
    submission_hash: bytes = Field(unique=True)
    words_sealed: bytes
    told_at: datetime | None = None
