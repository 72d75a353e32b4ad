"""The record of a deeper review, entry by entry: terms, time line, contributory factors, and what should be better.

It says how the work was done and what in the system made it likely. Fields of a PSIRF learning response (NHS England,
August 2022); its areas for improvement say what should be better, and actions say how.
"""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import Field, model_validator

from bot.domain.incidents.incident import Incident, LearningResponse
from bot.domain.incidents.redaction import without
from bot.domain.refusals import Reason, Refused
from bot.domain.reviews.factors import FACTORS, Part, Tag
from bot.domain.values import Moment, PersonId, Value, VisibleText

LONGEST_ENTRY = 600
"""Characters, so that a whole record fits into one modal."""
MOST_ENTRIES = 60
"""That stand in one record. Each takes a block, and a modal has 100."""
DEEPER = frozenset(
    {
        LearningResponse.SWARM_HUDDLE,
        LearningResponse.MDT_REVIEW,
        LearningResponse.THEMATIC_REVIEW,
        LearningResponse.INVESTIGATION,
    }
)
"""Responses that have a record beside the four boxes."""


class RecordKind(StrEnum):
    """What an entry is, in the order in which it is shown."""

    TERMS = "terms"
    AGREED_DATE = "agreed_date"
    """A date that was agreed with those affected."""
    TIMELINE = "timeline"
    """What was done, as it was really done."""
    FACTOR = "factor"
    WENT_WELL = "went_well"
    IMPROVEMENT = "improvement"


OF_THE_LEAD = frozenset({RecordKind.TERMS, RecordKind.AGREED_DATE})
"""Everybody who takes part writes the others."""


class RecordForm(Value):
    """What somebody adds. A time line has its time, a factor its tag, a date agreed its date."""

    kind: RecordKind
    words: VisibleText = Field(max_length=LONGEST_ENTRY, repr=False)
    at: Moment | None = None
    on: date | None = None
    tag: Tag | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> "RecordForm":
        given = {RecordKind.TIMELINE: self.at, RecordKind.AGREED_DATE: self.on, RecordKind.FACTOR: self.tag}
        if any((value is not None) != (kind is self.kind) for kind, value in given.items()):
            raise ValueError("does not fit its kind")
        return self


class RecordEntry(Value):
    """One entry. Its words never change: it is taken out, and another one is added. None: they cannot be read."""

    id: UUID
    incident_id: UUID
    kind: RecordKind
    at: Moment | None = None
    on: date | None = None
    tag: Tag | None = None
    written_by: PersonId
    written_at: Moment
    taken_out_by: PersonId | None = None
    taken_out_at: Moment | None = None
    words: str | None = Field(repr=False)


class RecordReason(Reason):
    """Why a rule about records refused."""

    FULL = "record_full"
    NOT_YOURS = "record_not_yours"
    IN_THE_FUTURE = "record_in_the_future"


class RecordRefused(Refused):
    """A rule refused what was asked of a record."""


def has_record(incident: Incident) -> bool:
    decision = incident.decision
    return decision is not None and decision.response in DEEPER


def added(
    form: RecordForm,
    standing: Sequence[RecordEntry],
    *,
    entry_id: UUID,
    incident_id: UUID,
    by: str,
    now: Moment,
) -> RecordEntry:
    """The new entry. Raises `RecordRefused`: what was typed stays in the form."""
    if len(standing) >= MOST_ENTRIES:
        raise RecordRefused("words", RecordReason.FULL)
    if form.at is not None and form.at > now:
        raise RecordRefused("at", RecordReason.IN_THE_FUTURE)
    facts = form.model_dump(exclude={"kind", "tag"})
    return RecordEntry(
        **facts, kind=form.kind, tag=form.tag, id=entry_id, incident_id=incident_id, written_by=by, written_at=now
    )


def taken_out(entry: RecordEntry, *, by: str, leads: bool, now: Moment) -> RecordEntry:
    """By the one who wrote it, or the lead. It stays in the database. Raises `RecordRefused`."""
    if by != entry.written_by and not leads:
        raise RecordRefused("", RecordReason.NOT_YOURS)
    if entry.taken_out_at:
        return entry
    return entry.model_copy(update={"taken_out_by": by, "taken_out_at": now})


def of_kind(entries: Collection[RecordEntry], kind: RecordKind) -> tuple[RecordEntry, ...]:
    """In the order of the time line, or of writing."""
    found = (each for each in entries if each.kind is kind)
    return tuple(sorted(found, key=lambda each: (each.at or each.written_at, each.id)))


def factors_by_part(entries: Collection[RecordEntry]) -> dict[Part, tuple[RecordEntry, ...]]:
    """The factors under each of the six parts of the work system, the empty parts too."""
    part_of = {each.tag: each.part for each in FACTORS}
    factors = of_kind(entries, RecordKind.FACTOR)
    return {part: tuple(each for each in factors if each.tag and part_of[each.tag] is part) for part in Part}


def without_words(entry: RecordEntry, words: str) -> RecordEntry:
    """Without exactly these words, which may be of a patient."""
    if entry.words is None:
        return entry
    return entry.model_copy(update={"words": without(entry.words, words, longest=LONGEST_ENTRY)})
