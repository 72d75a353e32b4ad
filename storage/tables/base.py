"""The rows. They remember and do not validate: values from `bot.domain` are the only door.

Every invariant is a constraint here as well. Datetimes are aware and stored as UTC by SQLModel's own type. Sealed
columns end in `_sealed`; each is bound to its table, column and row.
"""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """The base of the rows. Whoever imports it gives constraints their names."""


def one_of(column: str, *codes: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


class SecretRow(SQLModel, table=True):
    """Random secrets, sealed with the keyring. Opening one proves that the keys are the right ones."""

    __tablename__ = "secret"
    name: str = Field(primary_key=True)
    value_sealed: bytes


class WriteProbeRow(SQLModel, table=True):
    """One row, written now and then to prove that the database takes a write."""

    __tablename__ = "write_probe"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    written: int
