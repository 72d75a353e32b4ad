"""What is remembered of somebody who opens Home."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.base import Row


class HomeVisitRow(Row, table=True):
    """When a reporter last found news of their own reports in Home. People without reports have no row."""

    __tablename__ = "home_visit"
    person: str = Field(primary_key=True)
    at: datetime
