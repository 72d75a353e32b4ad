"""One tap back: what a team says of its bulletin. Five or more are told of; fewer are nobody's business."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from bot.domain.hiding.tables import SMALLEST_SHOWN
from bot.domain.values import Moment, Value, VisibleText

OPEN_FOR = timedelta(days=7)
TOLD_AFTER = timedelta(days=2)
"""The moment of a message would say when somebody wrote: so the lead hears of words only after these days."""
LONGEST_WORDS = 500
MOST_WRITTEN = 20
"""Of one bulletin: as many as one modal shows whole."""


class BulletinAnswer(StrEnum):
    """What somebody of the team says, in the order of the buttons."""

    TRY = "try"
    DO_ALREADY = "do_already"
    NOT_FOR_US = "not_for_us"
    HUDDLE = "huddle"


class BulletinWordsForm(Value):
    """What somebody writes to the lead of their team."""

    words: VisibleText = Field(min_length=1, max_length=LONGEST_WORDS, repr=False)


class WrittenBack(BulletinWordsForm):
    """The same, as it is kept: nobody knows who wrote it."""

    id: UUID
    bulletin: UUID
    told_at: Moment | None = None
    """When the lead was told that it waits."""


def is_open(posted_at: datetime | None, *, now: datetime) -> bool:
    """Whether a bulletin takes answers."""
    return posted_at is not None and now < posted_at + OPEN_FOR


def reached(counts: Mapping[BulletinAnswer, int]) -> tuple[BulletinAnswer, ...]:
    """What five people or more have answered: all that is ever told of the answers."""
    return tuple(answer for answer in BulletinAnswer if counts.get(answer, 0) >= SMALLEST_SHOWN)
