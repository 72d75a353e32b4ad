"""Who is thanked by which report, and the words that they may read."""

from collections.abc import Collection
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.thank_yous import ThankYou
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.incidents import is_withdrawn
from storage.tables.thank_yous import ThankYouRow

_TABLE = table(ThankYouRow)
_FACTS = (_TABLE.c.id, _TABLE.c.report_id, _TABLE.c.person)


def add(transaction: Transaction, report_id: UUID, people: Collection[str], words: Narrative) -> None:
    """Thank each of these people once for this report: who was thanked before keeps their words."""
    rows = [_row(transaction, report_id, person, words) for person in sorted(people)]
    transaction.insert_all_once(ThankYouRow, rows)


def of_report(transaction: Transaction, report_id: UUID) -> list[ThankYou]:
    """Everybody whom it thanks; nobody once it was taken back."""
    chosen = sa.select(*_FACTS).where(_TABLE.c.report_id == report_id, ~is_withdrawn(_TABLE.c.report_id))
    return [_thank_you(row) for row in transaction.core.execute(chosen.order_by(_TABLE.c.id))]


def find(transaction: Transaction, thank_you_id: UUID) -> ThankYou | None:
    """None as well if the report was taken back."""
    chosen = sa.select(*_FACTS).where(_TABLE.c.id == thank_you_id, ~is_withdrawn(_TABLE.c.report_id))
    row = transaction.core.execute(chosen).first()
    return _thank_you(row) if row else None


def words_of(transaction: Transaction, thank_you_id: UUID) -> Narrative | None:
    """None if they cannot be read."""
    chosen = sa.select(_TABLE.c.words_sealed).where(_TABLE.c.id == thank_you_id)
    sealed = transaction.core.execute(chosen).scalar_one()
    try:
        return Narrative(text=transaction.unseal(sealed, bound_to=_bound_to(thank_you_id)))
    except SealBroken:
        return None


def _thank_you(row: sa.Row[*tuple[Any, ...]]) -> ThankYou:
    return ThankYou(id=row.id, report_id=row.report_id, person=row.person)


def _row(transaction: Transaction, report_id: UUID, person: str, words: Narrative) -> dict[str, object]:
    new = uuid4()
    sealed = transaction.seal(words.text, bound_to=_bound_to(new))
    return {"id": new, "report_id": report_id, "person": person, "words_sealed": sealed}


def _bound_to(thank_you_id: UUID) -> str:
    return f"thank_you.words:{thank_you_id}"
