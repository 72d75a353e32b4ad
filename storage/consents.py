"""What reporters say of the words that were learned from their report."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.learning.consent import Consent, ConsentAnswer
from bot.domain.reports.name_choice import NameChoice
from storage.engine.transactions import Transaction, table
from storage.tables.learning import ConsentRow
from storage.tables.reports import ReportRow

_CONSENT, _REPORT = table(ConsentRow), table(ReportRow)


def to_ask(transaction: Transaction, incident_id: UUID) -> dict[str, UUID]:
    """Each reporter of this incident who gave their name, to the team or in confidence, with their first report."""
    chosen = sa.select(_REPORT.c.reporter, _REPORT.c.id).where(
        _REPORT.c.incident_id == incident_id, _REPORT.c.name_choice != NameChoice.ANONYMOUS.value
    )
    rows = transaction.core.execute(chosen.order_by(_REPORT.c.reported_at.desc(), _REPORT.c.id.desc()))
    return {row.reporter: row.id for row in rows}


def add(transaction: Transaction, consent: Consent) -> None:
    transaction.insert(ConsentRow, _row(consent))


def find(transaction: Transaction, point: UUID, report: UUID) -> Consent | None:
    """What was asked, or None."""
    this = _CONSENT.c.point_id == point, _CONSENT.c.report_id == report
    row = transaction.core.execute(sa.select(_CONSENT).where(*this)).first()
    return _consent(row) if row else None


def get_for_update(transaction: Transaction, point: UUID, report: UUID) -> Consent | None:
    """What was asked, or None. Until this transaction ends nobody else can change it."""
    this = _CONSENT.c.point_id == point, _CONSENT.c.report_id == report
    row = transaction.core.execute(sa.select(_CONSENT).where(*this).with_for_update()).first()
    return _consent(row) if row else None


def is_refused(transaction: Transaction, point: UUID) -> bool:
    """Whether a reporter has said no. Not who, nor when."""
    refused = _CONSENT.c.point_id == point, _CONSENT.c.answer == ConsentAnswer.PLEASE_NOT.value
    return transaction.core.execute(sa.select(_CONSENT.c.point_id).where(*refused).limit(1)).first() is not None


def answer(transaction: Transaction, consent: Consent) -> None:
    this = _CONSENT.c.point_id == consent.point, _CONSENT.c.report_id == consent.report
    transaction.core.execute(sa.update(_CONSENT).where(*this).values(answer=consent.answer))


def _row(consent: Consent) -> dict[str, Any]:
    facts = consent.model_dump(exclude={"point", "report"})
    return facts | {"point_id": consent.point, "report_id": consent.report}


def _consent(row: sa.Row[*tuple[Any, ...]]) -> Consent:
    return Consent(
        point=row.point_id,
        report=row.report_id,
        until_at=row.until_at,
        answer=ConsentAnswer(row.answer) if row.answer else None,
    )
