"""The words to people who gave good care. Code that composes messages may not see them."""

from collections.abc import Collection
from uuid import UUID, uuid4

import sqlalchemy as sa

from bot.domain.reports.narratives import Narrative
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.thank_yous import ThankYouRow

_TABLE = table(ThankYouRow)


def add(transaction: Transaction, report_id: UUID, people: Collection[str], words: Narrative) -> None:
    """Thank each of these people once for this report: who was thanked before keeps their words."""
    rows = [_row(transaction, report_id, person, words) for person in sorted(people)]
    transaction.insert_all_once(ThankYouRow, rows)


def words_of(transaction: Transaction, thank_you_id: UUID) -> Narrative | None:
    """None if they cannot be read."""
    chosen = sa.select(_TABLE.c.words_sealed).where(_TABLE.c.id == thank_you_id)
    sealed = transaction.core.execute(chosen).scalar_one()
    try:
        return Narrative(text=transaction.unseal(sealed, bound_to=_bound_to(thank_you_id)))
    except SealBroken:
        return None


def _row(transaction: Transaction, report_id: UUID, person: str, words: Narrative) -> dict[str, object]:
    new = uuid4()
    sealed = transaction.seal(words.text, bound_to=_bound_to(new))
    return {"id": new, "report_id": report_id, "person": person, "words_sealed": sealed}


def _bound_to(thank_you_id: UUID) -> str:
    return f"thank_you.words:{thank_you_id}"
