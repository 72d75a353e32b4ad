"""What belongs to anonymous reports. These tables have no row numbers, which would tell who came first."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlmodel import Field

from storage.tables.base import Row


class ClaimRow(Row, table=True):
    """A claim code that was given out: how it is found, and its report, which only the code itself unwraps."""

    __tablename__ = "claim"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    finder: bytes = Field(primary_key=True)
    report_wrapped: bytes


class UnrecordedRow(Row, table=True):
    """What an anonymous reporter did, until it is recorded together with all that others did up to `until`."""

    __tablename__ = "unrecorded"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    id: UUID = Field(primary_key=True)
    until: datetime
    event: str
    subject: str
    detail: str
