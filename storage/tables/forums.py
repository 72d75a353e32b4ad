"""What forums do with their papers."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class ForumPaperRow(Row, table=True):
    """A paper that was announced. It stays when its forum has left the service file, and so keeps its name."""

    __tablename__ = "forum_paper"
    forum: str = Field(primary_key=True)
    month: date = Field(primary_key=True)
    name: str
    due_on: date


class PaperSignatureRow(Row, table=True):
    """Somebody signed a paper, once."""

    __tablename__ = "paper_signature"
    __table_args__ = (sa.ForeignKeyConstraint(["forum", "month"], ["forum_paper.forum", "forum_paper.month"]),)
    forum: str = Field(primary_key=True)
    month: date = Field(primary_key=True)
    slack_id: str = Field(primary_key=True, foreign_key="person.slack_id")
    signed_at: datetime


class ForumDecisionRow(Row, table=True):
    """What was asked of a forum, and what it decided."""

    __tablename__ = "forum_decision"
    __table_args__ = (sa.ForeignKeyConstraint(["forum", "month"], ["forum_paper.forum", "forum_paper.month"]),)
    id: UUID = Field(primary_key=True)
    submission_hash: bytes = Field(unique=True)
    forum: str
    month: date = Field(index=True)
    words_sealed: bytes
    entered_by: str = Field(foreign_key="person.slack_id")
    entered_at: datetime
    taken_at: datetime | None = None


class PaperFileRow(Row, table=True):
    """Files of a paper that stand in somebody's direct message with Candour. `id` is Slack's name of the file.

    `ended_at` is set when its time is over: then it is deleted from Slack, and this row with it.
    """

    __tablename__ = "paper_file"
    id: str = Field(primary_key=True)
    month: date
    sent_to: str
    sent_at: datetime
    ended_at: datetime | None = None
