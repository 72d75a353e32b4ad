"""The audit trail, and its head."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class AuditRow(Row, table=True):
    __tablename__ = "audit"
    __table_args__ = (
        sa.CheckConstraint("length(actor) > 0", name="actor"),
        sa.Index("ix_audit_subject", "subject"),
    )
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    previous: bytes = Field(unique=True)
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str
    hash: bytes = Field(unique=True)


class AuditHeadRow(Row, table=True):
    __tablename__ = "audit_head"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    seq: int
    hash: bytes
