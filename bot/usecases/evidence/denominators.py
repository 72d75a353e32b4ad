"""Keeps what reports are counted against, and records that somebody has read it in."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.evidence.denominators import Denominator
from storage import audit, denominators
from storage.audit import AuditEvent
from storage.engine.transactions import Database

OPERATOR = "operator"


def keep_denominators(database: Database, known: Sequence[Denominator], *, now: datetime) -> None:
    """All of them, in one transaction. What was known of the same months before is replaced."""
    with database.writing() as transaction:
        denominators.save(transaction, known)
        event, count = AuditEvent.DENOMINATORS_READ, str(len(known))
        audit.add(transaction, actor=OPERATOR, event=event, subject="denominators", at=now, count=count)
