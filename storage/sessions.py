"""Reflection sessions without any words: who is invited, when it is, and what each of them answered."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, or_, select

from bot.domain.reviews.session import STAYS_IN_HOME, Coming, Guest, Profession, Session, SessionAbout
from storage.engine.transactions import Transaction, table
from storage.tables.reviews import GuestRow, SessionRow

_SESSION, _GUEST = table(SessionRow), table(GuestRow)
_INVITED = select(GuestRow.session_id)


def find(transaction: Transaction, session_id: UUID) -> Session | None:
    row = transaction.get(SessionRow, session_id)
    return _session(row) if row else None


def get_for_update(transaction: Transaction, session_id: UUID) -> Session | None:
    """The session, which nobody else changes until this transaction ends."""
    row = transaction.exec(select(SessionRow).where(SessionRow.id == session_id).with_for_update()).first()
    return _session(row) if row else None


def find_by_submission(transaction: Transaction, submission: bytes) -> Session | None:
    """What this very form has made, or None."""
    row = transaction.exec(select(SessionRow).where(SessionRow.submission_hash == submission)).first()
    return _session(row) if row else None


def guests(transaction: Transaction, session_id: UUID) -> list[Guest]:
    """Those who are invited beside the lead."""
    chosen = select(GuestRow).where(GuestRow.session_id == session_id).order_by(col(GuestRow.person))
    return [_guest(row) for row in transaction.exec(chosen)]


def of_person(transaction: Transaction, slack_id: str, *, now: datetime, limit: int) -> list[Session]:
    """Sessions that this person leads, or is invited to and has not declined: what comes first before the rest."""
    invited = _INVITED.where(GuestRow.person == slack_id, or_(col(GuestRow.coming).is_(None), _comes()))
    chosen = select(SessionRow).where(
        or_(SessionRow.lead == slack_id, col(SessionRow.id).in_(invited)),
        col(SessionRow.called_off_at).is_(None),
        SessionRow.starts_at > now - STAYS_IN_HOME,
    )
    ordered = chosen.order_by(col(SessionRow.starts_at), col(SessionRow.id)).limit(limit)
    return [_session(row) for row in transaction.exec(ordered)]


def _comes() -> sa.ColumnElement[bool]:
    return col(GuestRow.coming) != str(Coming.DECLINED)


def change(transaction: Transaction, session: Session) -> None:
    """Write its time, its version, and that it is called off."""
    values = session.model_dump(include={"starts_at", "version", "called_off_at"})
    transaction.core.execute(sa.update(_SESSION).where(_SESSION.c.id == session.id).values(**values))


def invite(transaction: Transaction, session_id: UUID, people: Collection[str]) -> None:
    rows = [{"session_id": session_id, "person": person} for person in sorted(people)]
    transaction.insert_all_once(GuestRow, rows)


def take_off(transaction: Transaction, session_id: UUID, people: Collection[str]) -> None:
    """They see nothing of it from now on. What they wrote stays."""
    found = _GUEST.c.session_id == session_id, _GUEST.c.person.in_(people)
    transaction.core.execute(sa.delete(_GUEST).where(*found))


def keep_guest(transaction: Transaction, session_id: UUID, guest: Guest) -> None:
    """What this person answered, and whether they were there. The lead has a row from then on."""
    transaction.merge(GuestRow(session_id=session_id, **guest.model_dump()))
    transaction.flush()


def move(transaction: Transaction, incident_id: UUID, *, to: UUID) -> None:
    """They are about another incident's review now."""
    moved = sa.update(_SESSION).where(_SESSION.c.incident_id == incident_id).values(incident_id=to)
    transaction.core.execute(moved)


def _session(row: SessionRow) -> Session:
    facts = row.model_dump(exclude={"submission_hash", "words_sealed", "about"})
    return Session(**facts, about=SessionAbout(row.about))


def _guest(row: GuestRow) -> Guest:
    return Guest(
        person=row.person,
        coming=Coming(row.coming) if row.coming else None,
        profession=Profession(row.profession) if row.profession else None,
    )
