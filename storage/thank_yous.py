"""Who is thanked by which report. The words that they may read are in `thank_you_words`."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.reports.thank_yous import ThankYou
from storage.engine.transactions import Transaction, table
from storage.tables.incidents import is_withdrawn
from storage.tables.thank_yous import ThankYouRow

_TABLE = table(ThankYouRow)
_FACTS = (_TABLE.c.id, _TABLE.c.report_id, _TABLE.c.person)


def of_report(transaction: Transaction, report_id: UUID) -> list[ThankYou]:
    """Everybody whom it thanks; nobody once it was taken back."""
    chosen = sa.select(*_FACTS).where(_TABLE.c.report_id == report_id, ~is_withdrawn(_TABLE.c.report_id))
    return [_thank_you(row) for row in transaction.core.execute(chosen.order_by(_TABLE.c.id))]


def find(transaction: Transaction, thank_you_id: UUID) -> ThankYou | None:
    """None as well if the report was taken back."""
    chosen = sa.select(*_FACTS).where(_TABLE.c.id == thank_you_id, ~is_withdrawn(_TABLE.c.report_id))
    row = transaction.core.execute(chosen).first()
    return _thank_you(row) if row else None


def _thank_you(row: sa.Row[*tuple[Any, ...]]) -> ThankYou:
    return ThankYou(id=row.id, report_id=row.report_id, person=row.person)
