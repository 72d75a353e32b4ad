"""What the safety team and reporters write to each other. Code that composes messages may not import this module."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select, update

from bot.domain.incidents.conversation import ENDS_UNANSWERED, Entry, EntryKind, EntryWords
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction
from storage.tables.incidents import EntryRow


def add(transaction: Transaction, entry: Entry, words: EntryWords | None, *, submission: bytes) -> None:
    """Insert an entry. `submission` is the keyed hash of its form's nonce, so that it is written once."""
    sealed = transaction.seal(words.text, bound_to=_bound_to(entry.id)) if words else None
    transaction.add(EntryRow(**entry.model_dump(), submission_hash=submission, words_sealed=sealed))
    transaction.flush()


def hide_order(transaction: Transaction, entry_id: UUID) -> None:
    """The entry tells nothing by its place in the table."""
    transaction.hide_order(EntryRow, entry_id)


def find_by_submission(transaction: Transaction, submission: bytes) -> Entry | None:
    """The entry that this very form has already made, or None."""
    row = transaction.exec(select(EntryRow).where(EntryRow.submission_hash == submission)).first()
    return _entry(row) if row else None


def find(transaction: Transaction, entry_id: UUID) -> Entry | None:
    row = transaction.get(EntryRow, entry_id)
    return _entry(row) if row else None


def of_reports(transaction: Transaction, report_ids: Sequence[UUID]) -> list[Entry]:
    """The entries about these reports, the oldest first."""
    chosen = select(EntryRow).where(col(EntryRow.report_id).in_(report_ids))
    return [_entry(row) for row in transaction.exec(chosen.order_by(col(EntryRow.at), col(EntryRow.id)))]


def words_of(transaction: Transaction, entry_ids: Collection[UUID]) -> dict[UUID, EntryWords | None]:
    """The words of these entries; None where there are none, or where they cannot be read."""
    rows = transaction.exec(select(EntryRow).where(col(EntryRow.id).in_(entry_ids)))
    return {row.id: _words(transaction, row) for row in rows}


def is_answered(transaction: Transaction, report_id: UUID) -> bool:
    """Whether its reporter has an answer, or a named person has said why there is none."""
    ends = col(EntryRow.report_id) == report_id, col(EntryRow.kind).in_(ENDS_UNANSWERED)
    return transaction.exec(select(EntryRow.id).where(*ends).limit(1)).first() is not None


def replace_words(transaction: Transaction, entry_id: UUID, words: EntryWords) -> None:
    """Other words in place of those that were written."""
    row = transaction.get_one(EntryRow, entry_id)
    row.words_sealed = transaction.seal(words.text, bound_to=_bound_to(entry_id))
    transaction.add(row)
    transaction.flush()


def mark_read(transaction: Transaction, report_id: UUID, kinds: Collection[EntryKind], *, now: datetime) -> None:
    """Entries of these kinds about this report have been read by whom they are for."""
    unread = col(EntryRow.report_id) == report_id, col(EntryRow.kind).in_(kinds), col(EntryRow.read_at).is_(None)
    transaction.exec(update(EntryRow).where(*unread).values(read_at=now))


def _entry(row: EntryRow) -> Entry:
    facts = row.model_dump(exclude={"submission_hash", "words_sealed"})
    return Entry(**facts | {"kind": EntryKind(row.kind)})


def _words(transaction: Transaction, row: EntryRow) -> EntryWords | None:
    if row.words_sealed is None:
        return None
    try:
        return EntryWords(text=transaction.unseal(row.words_sealed, bound_to=_bound_to(row.id)))
    except SealBroken:
        return None


def _bound_to(entry_id: UUID) -> str:
    return f"entry.words:{entry_id}"
