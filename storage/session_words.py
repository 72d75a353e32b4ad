"""The words of reflection sessions: agenda, summary and notes. Code that composes messages may not import this."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col, select

from bot.domain.reviews.session import Session
from bot.domain.reviews.session_words import Notes, NotesForm, SessionWords, notes_without, words_without
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.reviews import NotesRow, SessionRow

_SESSION, _NOTES = table(SessionRow), table(NotesRow)


def add(transaction: Transaction, session: Session, words: SessionWords, *, submission: bytes) -> None:
    """A new session with what its lead wrote."""
    sealed = _sealed(transaction, words, _words_bound_to(session.id))
    transaction.add(SessionRow(**session.model_dump(), submission_hash=submission, words_sealed=sealed))
    transaction.flush()


def of_session(transaction: Transaction, session_id: UUID) -> SessionWords | None:
    """What its lead wrote; None if it cannot be read."""
    sealed = transaction.core.execute(sa.select(_SESSION.c.words_sealed).where(_SESSION.c.id == session_id)).scalar()
    try:
        words = transaction.unseal(sealed or b"", bound_to=_words_bound_to(session_id))
        return SessionWords.model_validate_json(words)
    except (SealBroken, ValidationError):
        return None


def rewrite(transaction: Transaction, session_id: UUID, words: SessionWords) -> None:
    sealed = _sealed(transaction, words, _words_bound_to(session_id))
    transaction.core.execute(sa.update(_SESSION).where(_SESSION.c.id == session_id).values(words_sealed=sealed))


def notes(transaction: Transaction, session_id: UUID) -> list[Notes]:
    """Everybody's notes, by id: whoever saves again keeps their place."""
    chosen = select(NotesRow).where(NotesRow.session_id == session_id).order_by(col(NotesRow.id))
    return [_note(transaction, row) for row in transaction.exec(chosen)]


def find_by_submission(transaction: Transaction, submission: bytes) -> Notes | None:
    """What this very form has saved last, or None."""
    row = transaction.exec(select(NotesRow).where(NotesRow.submission_hash == submission)).first()
    return _note(transaction, row) if row else None


def save(transaction: Transaction, note: Notes, *, submission: bytes) -> None:
    """Keep the notes of this person as they are now."""
    sections = _sealed(transaction, note.sections or NotesForm(), _notes_bound_to(note.id))
    facts = note.model_dump(exclude={"sections"})
    transaction.merge(NotesRow(**facts, submission_hash=submission, sections_sealed=sections))
    transaction.flush()


def take_out(transaction: Transaction, incident_id: UUID, words: str) -> int:
    """Replace exactly these words by a mark in sessions about this incident's review; returns in how many texts."""
    found = 0
    ids = transaction.core.execute(sa.select(_SESSION.c.id).where(_SESSION.c.incident_id == incident_id)).scalars()
    for session_id in list(ids):
        before = of_session(transaction, session_id)
        if before and (after := words_without(before, words)) != before:
            found += 1
            rewrite(transaction, session_id, after)
        found += sum(_taken_out(transaction, note, words) for note in notes(transaction, session_id))
    return found


def _taken_out(transaction: Transaction, note: Notes, words: str) -> bool:
    after = notes_without(note.sections, words) if note.sections else None
    if after is None or after == note.sections:
        return False
    sealed = _sealed(transaction, after, _notes_bound_to(note.id))
    transaction.core.execute(sa.update(_NOTES).where(_NOTES.c.id == note.id).values(sections_sealed=sealed))
    return True


def _note(transaction: Transaction, row: NotesRow) -> Notes:
    facts = row.model_dump(exclude={"submission_hash", "sections_sealed"})
    return Notes(**facts, sections=_sections(transaction, row))


def _sections(transaction: Transaction, row: NotesRow) -> NotesForm | None:
    try:
        words = transaction.unseal(row.sections_sealed, bound_to=_notes_bound_to(row.id))
        return NotesForm.model_validate_json(words)
    except (SealBroken, ValidationError):
        return None


def _sealed(transaction: Transaction, words: SessionWords | NotesForm, bound_to: str) -> bytes:
    return transaction.seal(words.model_dump_json(exclude_none=True), bound_to=bound_to)


def _words_bound_to(session_id: UUID) -> str:
    return f"learning_session.words:{session_id}"


def _notes_bound_to(notes_id: UUID) -> str:
    return f"session_notes.sections:{notes_id}"
