"""Recommendations from outside: who made one, who owns it here, what was decided, and what shows that it was done.

HSSIB found that recommendations lack an owner and come twice. So each has an owner from its first day, and one that
says the same as another is closed with a pointer to that one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, Strict

from bot.domain.actions.action import Action
from bot.domain.incidents.duties import Basis
from bot.domain.refusals import Reason, Refused
from bot.domain.values import Moment, PersonId, Value, VisibleText

LONGEST_WORDS, LONGEST_BECAUSE, LONGEST_PROOF = 600, 600, 600


class RecommendationSource(StrEnum):
    """Codes are stored: never rename or delete one."""

    CQC = "cqc"
    HSSIB = "hssib"
    CORONER = "coroner"
    """A report to prevent future deaths."""
    SAFEGUARDING = "safeguarding"
    INQUIRY = "inquiry"
    OTHER = "other"


class ReplyDuty(Value):
    """A reply that somebody outside waits for: so many days after the date of the report, weekends included."""

    source: RecommendationSource
    days: int
    basis: Basis
    reference: str
    from_day: date
    to_day: date | None = None


REPLIES = (
    ReplyDuty(
        source=RecommendationSource.CORONER,
        days=56,
        basis=Basis.OPERATIONAL,
        reference="Coroners (Investigations) Regulations 2013, regulation 29 [K]",
        from_day=date(2013, 7, 25),
    ),
)
"""[K]: general knowledge, shipped as a default. The coroner's letter names the day; it can be changed on the form."""


class Outcome(StrEnum):
    """What was decided about it."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    DUPLICATE = "duplicate"


class RecommendationForm(Value):
    """What somebody enters. Without `due_on` the reply that is due sets it, if there is one."""

    source: Annotated[RecommendationSource, Strict(strict=False)]
    dated: date
    words: VisibleText = Field(max_length=LONGEST_WORDS, repr=False)
    owner: PersonId
    due_on: date | None = None


class DecisionOnRecommendation(Value):
    """`duplicate_of` is there if, and only if, it is one. A reason is always given."""

    outcome: Annotated[Outcome, Strict(strict=False)]
    because: VisibleText = Field(max_length=LONGEST_BECAUSE, repr=False)
    duplicate_of: UUID | None = None


class Recommendation(Value):
    """None in place of words: they cannot be read."""

    id: UUID
    source: RecommendationSource
    dated: date
    owner: PersonId
    due_on: date | None = None
    words: str | None = Field(repr=False)
    added_by: PersonId
    added_at: Moment
    outcome: Outcome | None = None
    because: str | None = Field(default=None, repr=False)
    duplicate_of: UUID | None = None
    decided_by: PersonId | None = None
    decided_at: Moment | None = None
    action_id: UUID | None = None
    proof: str | None = Field(default=None, repr=False)
    proven_by: PersonId | None = None
    proven_at: Moment | None = None

    @property
    def is_open(self) -> bool:
        """Nothing is decided, or it is accepted and nothing shows yet that it was done."""
        return self.outcome is None or (self.outcome is Outcome.ACCEPTED and self.proven_at is None)


@dataclass(frozen=True)
class SeenRecommendation:
    """One, the action that carries it, and the actions with their references, and others, that a form may offer."""

    recommendation: Recommendation
    action: Action | None
    actions: Sequence[tuple[Action, str]]
    others: Sequence[Recommendation]


class RecommendationReason(Reason):
    IN_THE_FUTURE = "recommendation_in_the_future"
    DUE_BEFORE = "recommendation_due_before"
    WHICH_ONE = "recommendation_which_one"
    NOT_ACCEPTED = "recommendation_not_accepted"
    OWN_PROOF = "recommendation_own_proof"


class RecommendationRefused(Refused):
    """A rule refused what was asked of a recommendation."""


def due_of(form: RecommendationForm, *, today: date) -> date | None:
    """The day by which a reply is due. Raises `RecommendationRefused`."""
    if form.dated > today:
        raise RecommendationRefused("dated", RecommendationReason.IN_THE_FUTURE)
    if form.due_on is not None and form.due_on < form.dated:
        raise RecommendationRefused("due_on", RecommendationReason.DUE_BEFORE)
    usual = [form.dated + timedelta(days=each.days) for each in REPLIES if _applies(each, form)]
    return form.due_on or next(iter(usual), None)


def _applies(duty: ReplyDuty, form: RecommendationForm) -> bool:
    begun = duty.source is form.source and form.dated >= duty.from_day
    return begun and (duty.to_day is None or form.dated <= duty.to_day)


def decided(before: Recommendation, decision: DecisionOnRecommendation, *, by: str, now: Moment) -> Recommendation:
    """Decided, or decided anew. Raises `RecommendationRefused`."""
    is_duplicate = decision.outcome is Outcome.DUPLICATE
    if is_duplicate != (decision.duplicate_of is not None) or decision.duplicate_of == before.id:
        raise RecommendationRefused("duplicate_of", RecommendationReason.WHICH_ONE)
    return before.model_copy(update={**dict(decision), "decided_by": by, "decided_at": now})


def proven(
    before: Recommendation, *, action_id: UUID | None, proof: str | None, by: str, now: Moment
) -> Recommendation:
    """The action that carries it, and what shows that it was done: by somebody else than its owner."""
    if before.outcome is not Outcome.ACCEPTED:
        raise RecommendationRefused("proof", RecommendationReason.NOT_ACCEPTED)
    if proof and by == before.owner:
        raise RecommendationRefused("proof", RecommendationReason.OWN_PROOF)
    changed: Mapping[str, object] = {"action_id": action_id}
    if proof:
        changed = {**changed, "proof": proof, "proven_by": by, "proven_at": now}
    return before.model_copy(update=dict(changed))
