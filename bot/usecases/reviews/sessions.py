"""Reflection sessions: a lead proposes one, people say whether they come, and each writes notes of their own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.reviews import session as rules
from bot.domain.reviews.session import Coming, Guest, Profession, Session, SessionAbout
from bot.domain.reviews.session_words import NotesForm, SessionWords, noted
from bot.domain.service.access import Act
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotForYou, judged
from bot.usecases.reviews import session_reminders
from bot.usecases.reviews.take_part import reviewed_incident
from bot.views.reviews.content import SessionContent
from storage import audit, incidents, session_words, sessions
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages


@dataclass(frozen=True)
class ProposedSession:
    """What its lead filled in. `incident` is that of the review, None for a theme or good care."""

    about: SessionAbout
    incident: UUID | None
    starts_at: datetime
    people: Collection[str]
    words: SessionWords


def may_propose(context: Context, incident_id: UUID | None, *, by: str, now: datetime) -> None:
    """For the form: the lead of the review, or whoever writes learning points. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        _proposer(judge, incident_id)


@retry_on_conflict
def propose_session(
    context: Context, proposed: ProposedSession, *, key: str, by: str, now: datetime
) -> SessionContent:
    """Invite people, once for each `key`. Raises `NotForYou`, `NotFound` or `SessionRefused`."""
    with judged(context, by=by, now=now) as judge:
        incident_id, involved = _proposer(judge, proposed.incident)
        transaction = judge.transaction
        submission = transaction.keyed_hash("form", key)
        session = sessions.find_by_submission(transaction, submission)
        if session is None:
            rules.check_time(proposed.starts_at, now=now)
            people = rules.check_guests(proposed.people, lead=by, involved=involved)
            session = Session(
                id=uuid4(),
                about=proposed.about,
                incident_id=incident_id,
                lead=by,
                starts_at=proposed.starts_at,
                proposed_at=now,
            )
            session_words.add(transaction, session, proposed.words, submission=submission)
            sessions.invite(transaction, session.id, people)
            _changed(judge, session, AuditEvent.SESSION_PROPOSED, tell=people, now=now)
        opened = _opened(judge, session)
    context.wake_delivery()
    return opened


@retry_on_conflict
def change_session(
    context: Context,
    session_id: UUID,
    proposed: ProposedSession,
    *,
    seen: int,
    by: str,
    now: datetime,
) -> SessionContent:
    """Another time, other people, other words. Who is taken off sees nothing of it any more.

    Whoever is new is told, and everybody is told of another time. Raises `NotForYou`, `NotFound`, `SessionRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        before, transaction = _led(judge, session_id), judge.transaction
        after = rules.changed(before, proposed.starts_at, seen=seen, now=now)
        chosen = rules.check_guests(proposed.people, lead=by, involved=_involved(transaction, before))
        known = {each.person for each in sessions.guests(transaction, session_id)} - {by}
        sessions.invite(transaction, session_id, chosen - known)
        sessions.take_off(transaction, session_id, known - chosen)
        sessions.change(transaction, after)
        session_words.rewrite(transaction, session_id, proposed.words)
        told = chosen if after.starts_at != before.starts_at else chosen - known
        _changed(judge, after, AuditEvent.SESSION_CHANGED, tell=told, now=now)
        opened = _opened(judge, after)
    context.wake_delivery()
    return opened


@retry_on_conflict
def call_off_session(context: Context, session_id: UUID, *, by: str, now: datetime) -> SessionContent:
    """It does not take place, and those who were invited are told. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        session, transaction = _led(judge, session_id), judge.transaction
        if session.called_off_at is None:
            session = session.model_copy(update={"called_off_at": now, "version": session.version + 1})
            sessions.change(transaction, session)
            people = [each.person for each in sessions.guests(transaction, session_id) if each.person != by]
            _changed(judge, session, AuditEvent.SESSION_CALLED_OFF, tell=people, now=now)
        opened = _opened(judge, session)
    context.wake_delivery()
    return opened


def open_session(context: Context, session_id: UUID, *, by: str, now: datetime) -> SessionContent:
    """Recorded before anybody reads it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        session = _of_mine(judge, session_id)
        audit.add(judge.transaction, actor=by, event=AuditEvent.SESSION_OPENED, subject=str(session.id), at=now)
        return _opened(judge, session)


def session_to_change(context: Context, session_id: UUID, *, by: str, now: datetime) -> SessionContent:
    """For its lead. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        return _opened(judge, _led(judge, session_id))


@retry_on_conflict
def answer_invitation(
    context: Context, session_id: UUID, coming: Coming, *, by: str, now: datetime
) -> SessionContent:
    """Whether this person comes. Raises `NotForYou`, `NotFound` or `SessionRefused`."""
    with judged(context, by=by, now=now) as judge:
        session = _of_mine(judge, session_id)
        rules.require_on(session)
        if not _keep(judge, session, coming=coming):
            audit.add(judge.transaction, actor=by, event=AuditEvent.SESSION_ANSWERED, subject=str(session.id), at=now)
        return _opened(judge, session)


@retry_on_conflict
def was_there(
    context: Context, session_id: UUID, profession: Profession, *, by: str, now: datetime
) -> SessionContent:
    """This person was there, as this. Raises `NotForYou`, `NotFound` or `SessionRefused`."""
    with judged(context, by=by, now=now) as judge:
        session = _of_mine(judge, session_id)
        rules.require_begun(session, now=now)
        _keep(judge, session, profession=profession)
        audit.add(judge.transaction, actor=by, event=AuditEvent.SESSION_ATTENDED, subject=str(session.id), at=now)
        return _opened(judge, session)


@retry_on_conflict
def write_notes(
    context: Context, session_id: UUID, form: NotesForm, *, seen: int, key: str, by: str
) -> SessionContent:
    """Save this person's notes, once for each `key`. Raises `NotForYou` or `NotesRefused`."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        session, transaction = _of_mine(judge, session_id), judge.transaction
        submission = transaction.keyed_hash("form", key)
        if session_words.find_by_submission(transaction, submission) is None:
            own = _opened(judge, session).own
            after = noted(own, form, session_id=session.id, seen=seen, by=by, now=now)
            session_words.save(transaction, after, submission=submission)
            audit.add(transaction, actor=by, event=AuditEvent.SESSION_WRITTEN, subject=str(session.id), at=now)
        return _opened(judge, session)


def _proposer(judge: Judged, incident_id: UUID | None) -> tuple[UUID | None, Collection[str]]:
    """The incident of the review, and who is part of it."""
    if incident_id is None:
        judge.of_service(Act.WRITE_LEARNING, "session")
        return None, ()
    incident = reviewed_incident(judge, incident_id, Act.LEAD_REVIEW)
    return incident.id, incidents.circumstances(judge.transaction, incident).involved


def _of_mine(judge: Judged, session_id: UUID) -> Session:
    """The session, held for a change, for its lead and those who are invited: nobody else learns that it is there.

    Nor does somebody who is part of the incident, by now.
    """
    session = sessions.get_for_update(judge.transaction, session_id)
    guests = sessions.guests(judge.transaction, session_id) if session else []
    invited = session is not None and judge.by in {session.lead, *(each.person for each in guests)}
    if session is None or not invited or judge.by in _involved(judge.transaction, session):
        raise NotForYou(Act.READ_REVIEW, session_id)
    return session


def _led(judge: Judged, session_id: UUID) -> Session:
    session = _of_mine(judge, session_id)
    if session.lead != judge.by:
        raise NotForYou(Act.LEAD_REVIEW, session_id)
    return session


def _involved(transaction: Transaction, session: Session) -> Collection[str]:
    incident = incidents.find(transaction, session.incident_id) if session.incident_id else None
    return incidents.circumstances(transaction, incident).involved if incident else ()


def _keep(judge: Judged, session: Session, **answer: Coming | Profession) -> bool:
    """Whether this was their answer already."""
    guests = {each.person: each for each in sessions.guests(judge.transaction, session.id)}
    before = guests.get(judge.by, Guest(person=judge.by))
    after = before.model_copy(update=answer)
    if after != before:
        sessions.keep_guest(judge.transaction, session.id, after)
    return after == before


def _changed(judge: Judged, session: Session, event: AuditEvent, *, tell: Collection[str], now: datetime) -> None:
    """Recorded, its reminders written anew, and people told."""
    audit.add(judge.transaction, actor=judge.by, event=event, subject=str(session.id), at=now)
    session_reminders.schedule(judge.transaction, session, now=now)
    for person in sorted(tell):
        told = outgoing.session_invited(session.id, to=person, version=session.version)
        messages.put(judge.transaction, told, now=judge.context.clock.elapsed())


def _opened(judge: Judged, session: Session) -> SessionContent:
    return SessionContent(
        session=session,
        person=judge.by,
        guests=sessions.guests(judge.transaction, session.id),
        words=session_words.of_session(judge.transaction, session.id),
        notes=session_words.notes(judge.transaction, session.id),
    )
