"""A review of an incident: people write in four boxes of their own, and its lead agrees what comes of it.

It finds no blame, liability or cause of death. It asks what happened, what helped and what got in the way, never who.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from uuid import UUID, uuid4

from pydantic import Field

from bot.domain.incidents.incident import Incident, LearningResponse
from bot.domain.incidents.redaction import without
from bot.domain.refusals import Reason, Refused
from bot.domain.values import Moment, PersonId, Value, VisibleText

LONGEST_BOX = 1500
"""Characters of one box, so that ten people's boxes fit into one modal."""
MOST_PEOPLE = 9
"""Beside its lead: the boxes of all of them stand in one modal."""


class Box(StrEnum):
    """What each person writes about, in the order in which it is shown."""

    WHAT_HAPPENED = "what_happened"
    WHAT_HELPED = "what_helped"
    WHAT_GOT_IN_THE_WAY = "what_got_in_the_way"
    WHAT_WE_WILL_TRY = "what_we_will_try"


_Words = VisibleText | None


class ReviewForm(Value):
    """What one person wrote. A box may stay empty, but not all of them."""

    what_happened: _Words = Field(default=None, max_length=LONGEST_BOX, repr=False)
    what_helped: _Words = Field(default=None, max_length=LONGEST_BOX, repr=False)
    what_got_in_the_way: _Words = Field(default=None, max_length=LONGEST_BOX, repr=False)
    what_we_will_try: _Words = Field(default=None, max_length=LONGEST_BOX, repr=False)

    def words(self, box: Box) -> str | None:
        """What stands in this box."""
        found: str | None = getattr(self, box.value)
        return found


class Contribution(Value):
    """The boxes of one person as they were saved last. `version` grows each time. None: they cannot be read."""

    id: UUID
    incident_id: UUID
    person: PersonId
    version: int
    saved_at: Moment
    boxes: ReviewForm | None = Field(repr=False)


class Agreement(Value):
    """The lead has agreed: nobody writes any more, and actions and learning points can be made of it."""

    by: PersonId
    at: Moment


class ReviewReason(Reason):
    """Why a rule about reviews refused."""

    NOTHING_WRITTEN = "review_nothing_written"
    SAVED_MEANWHILE = "review_saved_meanwhile"
    AGREED = "review_agreed"
    NOBODY_HAS_WRITTEN = "review_nobody_has_written"
    PERSON_INVOLVED = "review_person_involved"
    TOO_MANY_PEOPLE = "review_too_many_people"


class ReviewRefused(Refused):
    """A rule refused what was asked of a review."""


def is_reviewed(incident: Incident) -> bool:
    """Whether it was decided that people review it."""
    decision = incident.decision
    return decision is not None and decision.response is not LearningResponse.NO_FURTHER_RESPONSE


def require_open(agreed: Agreement | None) -> None:
    """Raises `ReviewRefused` once the lead has agreed."""
    if agreed:
        raise ReviewRefused(Box.WHAT_HAPPENED, ReviewReason.AGREED)


def write(
    before: Contribution | None,
    form: ReviewForm,
    *,
    incident_id: UUID,
    seen: int,
    by: str,
    now: Moment,
) -> Contribution:
    """The boxes of this person, with these words. `seen` is the version that their form showed, 0 for none.

    Raises `ReviewRefused`: what was typed stays in the form.
    """
    if not any(form.words(box) for box in Box):
        raise ReviewRefused(Box.WHAT_HAPPENED, ReviewReason.NOTHING_WRITTEN)
    version = before.version if before else 0
    if version != seen:  # They wrote on two screens at once: neither may overwrite the other.
        raise ReviewRefused(Box.WHAT_HAPPENED, ReviewReason.SAVED_MEANWHILE)
    return Contribution(
        id=before.id if before else uuid4(),
        incident_id=incident_id,
        person=by,
        version=version + 1,
        saved_at=now,
        boxes=form,
    )


def check_people(people: Collection[str], *, lead: str | None, involved: Collection[str]) -> frozenset[str]:
    """Who takes part beside the lead. Raises `ReviewRefused`."""
    chosen = frozenset(people) - {lead}
    if not chosen.isdisjoint(involved):
        raise ReviewRefused("people", ReviewReason.PERSON_INVOLVED)
    if len(chosen) > MOST_PEOPLE:
        raise ReviewRefused("people", ReviewReason.TOO_MANY_PEOPLE)
    return chosen


def agree(before: Agreement | None, written: Sequence[object], *, by: str, now: Moment) -> Agreement:
    """Agreed once somebody has written. Whoever agrees a second time changes nothing."""
    if not written:
        raise ReviewRefused("", ReviewReason.NOBODY_HAS_WRITTEN)
    return before or Agreement(by=by, at=now)


def place_in(value: str) -> tuple[UUID, Box]:
    """Whose box it is that a button carries: `place_of` the other way round."""
    contribution, _, box = value.partition(":")
    return UUID(contribution), Box(box)


def place_of(contribution: Contribution, box: Box) -> str:
    return f"{contribution.id}:{box.value}"


def without_words(contribution: Contribution, words: str) -> Contribution:
    """Each box without exactly these words. They may be of a patient, and must be taken out everywhere."""
    if contribution.boxes is None:
        return contribution
    texts = contribution.boxes.model_dump(exclude_none=True)
    kept = {box: without(text, words, longest=LONGEST_BOX) for box, text in texts.items()}
    return contribution.model_copy(update={"boxes": ReviewForm(**kept)})


def beginning(text: str, *, longest: int, most_words: int) -> str:
    """As many words as fit, so that a shorter form can be filled with them."""
    if len(text) <= longest and len(text.split()) <= most_words:
        return text.strip()
    kept = " ".join(text.split()[:most_words])
    if len(kept) <= longest:
        return kept
    return kept[:longest].rpartition(" ")[0] or kept[:longest]
