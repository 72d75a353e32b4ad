"""What reports are counted against."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class DenominatorRow(Row, table=True):
    """How many bed days, contacts or people of staff a month had. Bases will grow, so that no check lists them."""

    __tablename__ = "denominator"
    __table_args__ = (sa.CheckConstraint("amount > 0", name="amount"),)
    basis: str = Field(primary_key=True)
    month: date = Field(primary_key=True)
    amount: int
