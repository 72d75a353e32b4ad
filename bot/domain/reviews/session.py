"""A reflection session: people of several professions meet, about a review, a theme or good care. No words here."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.refusals import Reason, Refused
from bot.domain.values import Moment, PersonId, Value

MOST_GUESTS = 12
"""Beside its lead: the notes of all of them stand in one modal."""
FURTHEST = timedelta(days=90)
"""How far ahead a session is proposed at most."""
DAY_BEFORE, HOUR_BEFORE = timedelta(days=1), timedelta(hours=1)
STAYS_IN_HOME = timedelta(days=7)
"""After it has begun, so that people find their notes."""


class SessionAbout(StrEnum):
    REVIEW = "review"
    THEME = "theme"
    GOOD_CARE = "good_care"


class Coming(StrEnum):
    """What somebody answered who is invited."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class Profession(StrEnum):
    """What each person calls their own work. Codes are stored: never rename or delete one."""

    NURSE = "nurse"
    SUPPORT_WORKER = "support_worker"
    DOCTOR = "doctor"
    PSYCHOLOGIST = "psychologist"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    SOCIAL_WORKER = "social_worker"
    PHARMACIST = "pharmacist"
    PEER_WORKER = "peer_worker"
    MANAGER = "manager"
    OTHER = "other"


class Session(Value):
    """`incident_id` is that of the review it is about. `version` grows when its lead changes it."""

    id: UUID
    about: SessionAbout
    incident_id: UUID | None = None
    lead: PersonId
    starts_at: Moment
    proposed_at: Moment
    version: int = 1
    called_off_at: Moment | None = None


class Guest(Value):
    """Somebody who is invited, and what they answered. A profession says that they were there, and as what."""

    person: PersonId
    coming: Coming | None = None
    profession: Profession | None = None


class SessionReason(Reason):
    """Why a rule about sessions refused."""

    HAS_PASSED = "session_has_passed"
    TOO_FAR = "session_too_far"
    TOO_MANY_GUESTS = "session_too_many_guests"
    PERSON_INVOLVED = "session_person_involved"
    NOT_BEGUN = "session_not_begun"
    CALLED_OFF = "session_called_off"
    CHANGED_MEANWHILE = "session_changed_meanwhile"


class SessionRefused(Refused):
    """A rule refused what was asked of a session."""


def check_time(starts_at: datetime, *, now: datetime) -> None:
    """Raises `SessionRefused`."""
    if starts_at <= now:
        raise SessionRefused("starts_at", SessionReason.HAS_PASSED)
    if starts_at > now + FURTHEST:
        raise SessionRefused("starts_at", SessionReason.TOO_FAR)


def check_guests(people: Collection[str], *, lead: str, involved: Collection[str] = ()) -> frozenset[str]:
    """Who is invited beside the lead. Raises `SessionRefused`."""
    chosen = frozenset(people) - {lead}
    if not chosen.isdisjoint(involved):
        raise SessionRefused("people", SessionReason.PERSON_INVOLVED)
    if len(chosen) > MOST_GUESTS:
        raise SessionRefused("people", SessionReason.TOO_MANY_GUESTS)
    return chosen


def changed(before: Session, starts_at: datetime, *, seen: int, now: datetime) -> Session:
    """Its lead has changed it. `seen` is the version that their form showed. Raises `SessionRefused`."""
    require_on(before)
    if before.version != seen:
        raise SessionRefused("starts_at", SessionReason.CHANGED_MEANWHILE)
    if starts_at != before.starts_at:
        check_time(starts_at, now=now)
    return before.model_copy(update={"starts_at": starts_at, "version": before.version + 1})


def require_on(session: Session) -> None:
    if session.called_off_at:
        raise SessionRefused("", SessionReason.CALLED_OFF)


def require_begun(session: Session, *, now: datetime) -> None:
    """Nobody says that they were there before it has begun."""
    require_on(session)
    if now < session.starts_at:
        raise SessionRefused("profession", SessionReason.NOT_BEGUN)


def reminders(session: Session, *, now: datetime) -> dict[str, datetime]:
    """When people are reminded, by what each reminder is called: a day and an hour before, as far as they come."""
    times = {"day": session.starts_at - DAY_BEFORE, "hour": session.starts_at - HOUR_BEFORE}
    return {} if session.called_off_at else {name: at for name, at in times.items() if at > now}


def reminded(session: Session, guests: Sequence[Guest]) -> list[str]:
    """Its lead, and everybody who has not declined."""
    others = (each.person for each in guests if each.coming is not Coming.DECLINED)
    return list(dict.fromkeys([session.lead, *others]))


def professions(guests: Sequence[Guest]) -> dict[Profession, int]:
    """How many of each profession were there, in the order of the list."""
    counted = {each: sum(1 for guest in guests if guest.profession is each) for each in Profession}
    return {each: number for each, number in counted.items() if number}
