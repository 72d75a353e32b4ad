"""The records of deeper reviews, entry by entry. Code that composes messages may not import this module."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from bot.domain.reviews.factors import Tag
from bot.domain.reviews.record import RecordEntry, RecordKind, without_words
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.reviews import RecordEntryRow

_ENTRY = table(RecordEntryRow)


def standing(transaction: Transaction, incident_id: UUID) -> list[RecordEntry]:
    """What was written and not taken out again, in the order of writing."""
    chosen = select(RecordEntryRow).where(
        RecordEntryRow.incident_id == incident_id, col(RecordEntryRow.taken_out_at).is_(None)
    )
    ordered = chosen.order_by(col(RecordEntryRow.written_at), col(RecordEntryRow.id))
    return [_entry(transaction, row) for row in transaction.exec(ordered)]


def tags_of(transaction: Transaction, incident_ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """The contributory factors that stand in the records of these incidents. No words are read."""
    stands = _ENTRY.c.incident_id.in_(incident_ids), _ENTRY.c.tag.is_not(None), _ENTRY.c.taken_out_at.is_(None)
    tags: dict[UUID, set[str]] = defaultdict(set)
    for row in transaction.core.execute(sa.select(_ENTRY.c.incident_id, _ENTRY.c.tag).where(*stands)):
        tags[row.incident_id].add(row.tag)
    return tags


def count(transaction: Transaction, incident_id: UUID) -> int:
    """How many entries stand in it."""
    stands = _ENTRY.c.incident_id == incident_id, _ENTRY.c.taken_out_at.is_(None)
    chosen = sa.select(sa.func.count()).select_from(_ENTRY).where(*stands)
    counted: int = transaction.core.execute(chosen).scalar_one()
    return counted


def find(transaction: Transaction, entry_id: UUID) -> RecordEntry | None:
    row = transaction.get(RecordEntryRow, entry_id)
    return _entry(transaction, row) if row else None


def find_by_submission(transaction: Transaction, submission: bytes) -> RecordEntry | None:
    """What this very form has made, or None."""
    row = transaction.exec(select(RecordEntryRow).where(RecordEntryRow.submission_hash == submission)).first()
    return _entry(transaction, row) if row else None


def add(transaction: Transaction, entry: RecordEntry, *, submission: bytes) -> None:
    facts = entry.model_dump(exclude={"words", "on"})
    sealed = _sealed(transaction, entry)
    transaction.add(RecordEntryRow(**facts, on_day=entry.on, submission_hash=submission, words_sealed=sealed))
    transaction.flush()


def keep_taken_out(transaction: Transaction, entry: RecordEntry) -> None:
    values = {"taken_out_by": entry.taken_out_by, "taken_out_at": entry.taken_out_at}
    transaction.core.execute(sa.update(_ENTRY).where(_ENTRY.c.id == entry.id).values(**values))


def take_out_words(transaction: Transaction, incident_id: UUID, words: str) -> int:
    """Replace exactly these words by a mark, also where an entry was taken out; returns in how many they stood."""
    found = 0
    rows = transaction.exec(select(RecordEntryRow).where(RecordEntryRow.incident_id == incident_id)).all()
    for before in [_entry(transaction, row) for row in rows]:
        after = without_words(before, words)
        if after != before:
            found += 1
            changed = sa.update(_ENTRY).where(_ENTRY.c.id == before.id)
            transaction.core.execute(changed.values(words_sealed=_sealed(transaction, after)))
    return found


def move(transaction: Transaction, incident_id: UUID, *, to: UUID) -> None:
    """They are part of another incident's record now."""
    transaction.core.execute(sa.update(_ENTRY).where(_ENTRY.c.incident_id == incident_id).values(incident_id=to))


def _sealed(transaction: Transaction, entry: RecordEntry) -> bytes:
    return transaction.seal(entry.words or "", bound_to=_bound_to(entry.id))


def _entry(transaction: Transaction, row: RecordEntryRow) -> RecordEntry:
    facts = row.model_dump(exclude={"submission_hash", "words_sealed", "kind", "tag", "on_day"})
    return RecordEntry(
        **facts,
        on=row.on_day,
        kind=RecordKind(row.kind),
        tag=Tag(row.tag) if row.tag else None,
        words=_words(transaction, row),
    )


def _words(transaction: Transaction, row: RecordEntryRow) -> str | None:
    try:
        return transaction.unseal(row.words_sealed, bound_to=_bound_to(row.id))
    except SealBroken:
        return None


def _bound_to(entry_id: UUID) -> str:
    return f"record_entry.words:{entry_id}"
