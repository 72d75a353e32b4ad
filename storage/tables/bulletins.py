"""The weekly bulletins of the teams."""

from datetime import date, datetime
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
