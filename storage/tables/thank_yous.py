"""Words to somebody who gave good care, which whoever reported it agreed to show them."""

from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class ThankYouRow(Row, table=True):
    """One person is thanked by one report. It has no row number, which would tell when an anonymous one came."""

    __tablename__ = "thank_you"
    __table_args__: ClassVar[tuple[sa.UniqueConstraint, dict[str, bool]]] = (  # type: ignore[misc]  # As SQLAlchemy has it.
        sa.UniqueConstraint("report_id", "person"),
        {"sqlite_with_rowid": False},
    )
    id: UUID = Field(primary_key=True)
    report_id: UUID = Field(foreign_key="report.id")
    person: str
    words_sealed: bytes
