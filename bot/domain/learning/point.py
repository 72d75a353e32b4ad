"""A learning point: one or two sentences about the work as a system, approved by a second person."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field, field_validator

from bot.domain.refusals import Reason, Refused
from bot.domain.values import Code, Moment, PersonId, Value, VisibleText

LONGEST_WORDS, MOST_WORDS = 300, 50
LONGEST_TRY, MOST_TRY = 150, 20
"""Characters and words: with both at their longest a bulletin stays below 150 words."""


class PointState(StrEnum):
    WAITING = "waiting"
    """For somebody else's approval."""
    APPROVED = "approved"
    SENT_BACK = "sent_back"


class LearningReason(Reason):
    OWN_WORDS = "own_words"
    ALREADY_DECIDED = "point_already_decided"


class LearningRefused(Refused):
    """A learning point was not decided about."""


def _at_most(text: str | None, most: int) -> str | None:
    if text is not None and len(text.split()) > most:
        raise ValueError("has too many words")
    return text


class LearningForm(Value):
    """What somebody writes. No `teams` means that it is for all of them."""

    words: VisibleText = Field(max_length=LONGEST_WORDS)
    to_try: VisibleText | None = Field(default=None, max_length=LONGEST_TRY)
    teams: frozenset[Code] = frozenset()

    @field_validator("words")
    @classmethod
    def _is_short(cls, text: str) -> str | None:
        return _at_most(text, MOST_WORDS)

    @field_validator("to_try")
    @classmethod
    def _is_short_to_try(cls, text: str | None) -> str | None:
        return _at_most(text, MOST_TRY)


class LearningPoint(LearningForm):
    """Its words never change. `source` is the incident that it was learned from."""

    id: UUID
    source: UUID | None
    written_by: PersonId
    written_at: Moment
    state: PointState = PointState.WAITING
    approved_by: PersonId | None = None
    approved_at: Moment | None = None
    sent_back_by: PersonId | None = None


def approve(point: LearningPoint, *, by: str, now: datetime) -> LearningPoint:
    """Approved, word for word. Raises `LearningRefused` if it is their own, or decided already."""
    _require_waiting(point)
    if by == point.written_by:
        raise LearningRefused("", LearningReason.OWN_WORDS)
    return point.model_copy(update={"state": PointState.APPROVED, "approved_by": by, "approved_at": now})


def send_back(point: LearningPoint, *, by: str) -> LearningPoint:
    """Its writer may write it again; they may take it back themselves too."""
    _require_waiting(point)
    return point.model_copy(update={"state": PointState.SENT_BACK, "sent_back_by": by})


def _require_waiting(point: LearningPoint) -> None:
    if point.state is not PointState.WAITING:
        raise LearningRefused("", LearningReason.ALREADY_DECIDED)
