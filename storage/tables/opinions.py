"""What reporters say of reporting itself: sealed counts by quarter, and which reports were asked already."""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from storage.tables.base import Row


class OpinionCountRow(Row, table=True):
    """The counts of a quarter, by its first day: all questions in one sealed text of one length."""

    __tablename__ = "opinion_count"
    quarter: date = Field(primary_key=True)
    counts_sealed: bytes


class OpinionMarkRow(Row, table=True):
    """A question was answered for a report: a keyed hash. It has no row number, which would tell who came first."""

    __tablename__ = "opinion_mark"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    mark: bytes = Field(primary_key=True)
