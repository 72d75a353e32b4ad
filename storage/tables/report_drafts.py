"""Reports that were begun and not sent. Each belongs to one person alone."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.tables.base import Row


class ReportDraftRow(Row, table=True):
    """`id` follows from a keyed hash of the form and its person, so that one form has one draft."""

    __tablename__ = "report_draft"
    id: UUID = Field(primary_key=True)
    person: str = Field(index=True)
    saved_at: datetime
    words_sealed: bytes
