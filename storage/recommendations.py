"""Recommendations from outside."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from bot.domain.learning.recommendation import Outcome, Recommendation, RecommendationSource
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.learning import RecommendationRow

_TABLE = table(RecommendationRow)
_SEALED = ("words", "because", "proof")
_OPEN = sa.or_(
    _TABLE.c.outcome.is_(None), sa.and_(_TABLE.c.outcome == Outcome.ACCEPTED.value, _TABLE.c.proven_at.is_(None))
)


def add(transaction: Transaction, one: Recommendation, *, submission: bytes) -> None:
    transaction.core.execute(_TABLE.insert().values(submission_hash=submission, **_values(transaction, one)))


def change(transaction: Transaction, one: Recommendation) -> None:
    """What was decided, and what shows that it was done."""
    values = _values(transaction, one)
    transaction.core.execute(sa.update(_TABLE).where(_TABLE.c.id == one.id).values(**values))


def find_by_submission(transaction: Transaction, submission: bytes) -> Recommendation | None:
    """What this very form has made, or None."""
    row = transaction.exec(select(RecommendationRow).where(RecommendationRow.submission_hash == submission)).first()
    return _recommendation(transaction, row) if row else None


def get_for_update(transaction: Transaction, one_id: UUID) -> Recommendation | None:
    """Until this transaction ends nobody else can change it."""
    chosen = select(RecommendationRow).where(RecommendationRow.id == one_id)
    row = transaction.exec(chosen.with_for_update()).first()
    return _recommendation(transaction, row) if row else None


def listed(transaction: Transaction, *, limit: int) -> list[Recommendation]:
    """Open ones first, by the day on which they are due; then the others, the newest first."""
    chosen = select(RecommendationRow).order_by(
        sa.case((_OPEN, 0), else_=1),
        col(RecommendationRow.due_on).is_(None),
        col(RecommendationRow.due_on),
        col(RecommendationRow.dated).desc(),
        col(RecommendationRow.id),
    )
    return [_recommendation(transaction, row) for row in transaction.exec(chosen.limit(limit))]


def open_ones(transaction: Transaction, *, limit: int) -> list[Recommendation]:
    """In the same order."""
    return [each for each in listed(transaction, limit=limit) if each.is_open]


def _values(transaction: Transaction, one: Recommendation) -> dict[str, object]:
    facts = one.model_dump(exclude={*_SEALED})
    words = {name: getattr(one, name) for name in _SEALED}
    sealed = {
        f"{name}_sealed": None if text is None else transaction.seal(text, bound_to=_bound(name, one.id))
        for name, text in words.items()
    }
    return facts | sealed


def _recommendation(transaction: Transaction, row: RecommendationRow) -> Recommendation:
    facts = row.model_dump(exclude={"submission_hash", "source", "outcome", *(f"{name}_sealed" for name in _SEALED)})
    return Recommendation(
        **facts,
        words=_words(transaction, row.words_sealed, _bound("words", row.id)),
        because=_words(transaction, row.because_sealed, _bound("because", row.id)),
        proof=_words(transaction, row.proof_sealed, _bound("proof", row.id)),
        source=RecommendationSource(row.source),
        outcome=Outcome(row.outcome) if row.outcome else None,
    )


def _words(transaction: Transaction, sealed: bytes | None, bound_to: str) -> str | None:
    try:
        return transaction.unseal(sealed, bound_to=bound_to) if sealed else None
    except SealBroken:
        return None


def _bound(name: str, one_id: UUID) -> str:
    return f"recommendation.{name}:{one_id}"
