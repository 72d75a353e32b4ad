"""What teams answer to their bulletins, and the words that they write to their lead."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.bulletins.answers import BulletinAnswer, WrittenBack
from bot.domain.hiding.tables import SMALLEST_SHOWN
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.bulletins import BulletinAnswerRow, BulletinRow, WrittenBackRow

_ANSWER, _WRITTEN, _BULLETIN = table(BulletinAnswerRow), table(WrittenBackRow), table(BulletinRow)
_COUNTED = _ANSWER.c["count"].label("counted")
Counts = dict[BulletinAnswer, int]


def count(transaction: Transaction, bulletin: UUID, answer: BulletinAnswer) -> None:
    """One more. The bulletin is held, so that nobody else counts at this moment; above five nothing is counted."""
    before = counts(transaction, bulletin).get(answer)
    if before is None:
        transaction.insert(BulletinAnswerRow, {"bulletin_id": bulletin, "answer": answer.value, "count": 1})
    elif before < SMALLEST_SHOWN:
        this = _ANSWER.c.bulletin_id == bulletin, _ANSWER.c.answer == answer.value
        transaction.core.execute(sa.update(_ANSWER).where(*this).values(count=before + 1))


def counts(transaction: Transaction, bulletin: UUID) -> Counts:
    """How often each was answered, up to five."""
    rows = transaction.core.execute(sa.select(_ANSWER.c.answer, _COUNTED).where(_ANSWER.c.bulletin_id == bulletin))
    return {BulletinAnswer(row.answer): row.counted for row in rows}


def counts_of_latest(transaction: Transaction, teams: list[str]) -> dict[str, Counts]:
    """The same for the bulletin that each of these teams had last."""
    latest = (
        sa.select(_BULLETIN.c.team, sa.func.max(_BULLETIN.c.monday).label("monday"))
        .where(_BULLETIN.c.team.in_(teams), _BULLETIN.c.posted_at.is_not(None))
        .group_by(_BULLETIN.c.team)
        .subquery()
    )
    of_latest = sa.and_(_BULLETIN.c.team == latest.c.team, _BULLETIN.c.monday == latest.c.monday)
    chosen = (
        sa.select(_BULLETIN.c.team, _ANSWER.c.answer, _COUNTED)
        .join(_BULLETIN, _BULLETIN.c.id == _ANSWER.c.bulletin_id)
        .join(latest, of_latest)
    )
    found: dict[str, Counts] = {}
    for row in transaction.core.execute(chosen):
        found.setdefault(row.team, {})[BulletinAnswer(row.answer)] = row.counted
    return found


def forget_small(transaction: Transaction, bulletin: UUID) -> None:
    """Counts below five are of no use once nobody can answer any more."""
    small = _ANSWER.c.bulletin_id == bulletin, _ANSWER.c["count"] < SMALLEST_SHOWN
    transaction.core.execute(sa.delete(_ANSWER).where(*small))


def write(transaction: Transaction, written: WrittenBack, *, submission: bytes) -> None:
    """Keep these words, once for each form."""
    row = {
        "id": written.id,
        "bulletin_id": written.bulletin,
        "submission_hash": submission,
        "words_sealed": transaction.seal(written.words, bound_to=_bound(written.id)),
        "told_at": None,
    }
    transaction.insert(WrittenBackRow, row)


def find_by_submission(transaction: Transaction, submission: bytes) -> UUID | None:
    """What this very form has kept already, or None."""
    found: UUID | None = transaction.core.execute(
        sa.select(_WRITTEN.c.id).where(_WRITTEN.c.submission_hash == submission)
    ).scalar()
    return found


def count_of_words(transaction: Transaction, bulletin: UUID) -> int:
    """How many have written."""
    chosen = sa.select(sa.func.count()).select_from(_WRITTEN).where(_WRITTEN.c.bulletin_id == bulletin)
    return int(transaction.core.execute(chosen).scalar_one())


def words_of(transaction: Transaction, bulletin: UUID) -> list[WrittenBack]:
    """What was written, in an order that says nothing: by random ids. Without what cannot be read."""
    rows = transaction.core.execute(
        sa.select(_WRITTEN).where(_WRITTEN.c.bulletin_id == bulletin).order_by(_WRITTEN.c.id)
    )
    return [written for written in (_written(transaction, row) for row in rows) if written]


def untold(transaction: Transaction, bulletin: UUID) -> bool:
    """Whether there are words that the lead has not been told of."""
    waits = sa.select(_WRITTEN.c.id).where(_WRITTEN.c.bulletin_id == bulletin, _WRITTEN.c.told_at.is_(None))
    return transaction.core.execute(waits.limit(1)).first() is not None


def mark_told(transaction: Transaction, bulletin: UUID, *, now: datetime) -> None:
    untold_ones = _WRITTEN.c.bulletin_id == bulletin, _WRITTEN.c.told_at.is_(None)
    transaction.core.execute(sa.update(_WRITTEN).where(*untold_ones).values(told_at=now))


def _written(transaction: Transaction, row: sa.Row[*tuple[Any, ...]]) -> WrittenBack | None:
    try:
        words = transaction.unseal(row.words_sealed, bound_to=_bound(row.id))
    except SealBroken:
        return None
    return WrittenBack(id=row.id, bulletin=row.bulletin_id, words=words, told_at=row.told_at)


def _bound(written_id: UUID) -> str:
    return f"written_back.words:{written_id}"
