"""Reports that were begun and not sent: whose they are, and since when. Their words are in `draft_words`."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.reports.drafts import ReportDraft
from storage.engine.transactions import Transaction, table
from storage.tables.report_drafts import ReportDraftRow

_TABLE = table(ReportDraftRow)
_FACTS = (_TABLE.c.id, _TABLE.c.person, _TABLE.c.saved_at)


def id_of_form(transaction: Transaction, key: str) -> UUID:
    """The id of what is saved of this form. `key` is the form's nonce and its person."""
    return UUID(bytes=transaction.keyed_hash("report_draft", key)[:16])


def find(transaction: Transaction, draft_id: UUID) -> ReportDraft | None:
    row = transaction.core.execute(sa.select(*_FACTS).where(_TABLE.c.id == draft_id)).first()
    return _draft(row) if row else None


def own(transaction: Transaction, draft_ids: Sequence[UUID], person: str) -> list[ReportDraft]:
    """Those of these that belong to this person, in this order."""
    chosen = sa.select(*_FACTS).where(_TABLE.c.id.in_(draft_ids), _TABLE.c.person == person)
    found = {row.id: _draft(row) for row in transaction.core.execute(chosen)}
    return [found[each] for each in draft_ids if each in found]


def of_person(transaction: Transaction, person: str, *, limit: int) -> list[ReportDraft]:
    """All that this person has not sent, the newest first."""
    chosen = sa.select(*_FACTS).where(_TABLE.c.person == person)
    newest = chosen.order_by(_TABLE.c.saved_at.desc(), _TABLE.c.id).limit(limit)
    return [_draft(row) for row in transaction.core.execute(newest)]


def put(transaction: Transaction, draft: ReportDraft, *, words_sealed: bytes) -> None:
    """Write it in the place of what was saved of it before."""
    row = {**draft.model_dump(), "words_sealed": words_sealed}
    if not transaction.insert_all_once(ReportDraftRow, [row]):
        changed = {"saved_at": draft.saved_at, "words_sealed": words_sealed}
        transaction.core.execute(sa.update(_TABLE).where(_TABLE.c.id == draft.id).values(**changed))


def remove(transaction: Transaction, draft_ids: Collection[UUID]) -> None:
    transaction.core.execute(sa.delete(_TABLE).where(_TABLE.c.id.in_(draft_ids)))


def _draft(row: sa.Row[*tuple[Any, ...]]) -> ReportDraft:
    saved_at: datetime = row.saved_at
    return ReportDraft(id=row.id, person=row.person, saved_at=saved_at)
