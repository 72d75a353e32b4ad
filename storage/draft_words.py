"""What stands in a report that was not sent. Code that composes messages may not see it."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError

from bot.domain.reports.unsent import Unsent
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.report_drafts import ReportDraftRow

_TABLE = table(ReportDraftRow)


def seal(transaction: Transaction, unsent: Unsent, draft_id: UUID) -> bytes:
    return transaction.seal(unsent.model_dump_json(), bound_to=_bound_to(draft_id))


def of_draft(transaction: Transaction, draft_id: UUID) -> Unsent | None:
    """None if it cannot be read."""
    chosen = sa.select(_TABLE.c.words_sealed).where(_TABLE.c.id == draft_id)
    sealed = transaction.core.execute(chosen).scalar_one()
    try:
        return Unsent.model_validate_json(transaction.unseal(sealed, bound_to=_bound_to(draft_id)))
    except (SealBroken, ValidationError):
        return None


def _bound_to(draft_id: UUID) -> str:
    return f"report_draft.words:{draft_id}"
