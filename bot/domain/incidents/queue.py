"""The queue: the open incidents, those in danger first, then the oldest."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.domain.hiding.tables import SMALLEST_SHOWN
from bot.domain.incidents.incident import Incident, IncidentState
from bot.domain.values import Code, Moment, Value

OPEN = (IncidentState.NEW, IncidentState.TAKEN, IncidentState.DECIDED)
"""The states in which somebody still has something to do."""
ROWS = 20
"""On one page."""
MOST_COUNTED = 500
"""Counting stops here, so that it never takes longer: nobody plans their day by whether it is 500 or 600."""


class QueuePlace(Value):
    """Which part of the queue a person looks at: all of it, one team's, or what they have taken themselves.

    `after` and `before` are the incidents between which the page begins or ends.
    """

    team: Code | None = None
    mine: bool = False
    after: UUID | None = None
    before: UUID | None = None


class ReviewState(StrEnum):
    """How far the review of an incident has come."""

    OPEN = "open"
    AGREED = "agreed"


@dataclass(frozen=True)
class QueueRow:
    """One incident, with what a report of it says, when that was first read, and who has its danger."""

    incident: Incident
    happened_at: Moment
    in_danger: bool
    read_at: Moment | None = None
    read_by: str | None = None
    holder: str | None = None
    held_since: Moment | None = None
    taken_back: bool = False
    """By each of its reporters; of a row about one report, by its own."""
    review: ReviewState | None = None
    """None if no review was decided."""


@dataclass(frozen=True)
class QueueCounts:
    """Each counted up to `MOST_COUNTED`. `waiting` are new ones past the day by which they should have been read.

    `duties` are those of which nobody has said whether they apply, and those that apply and are not done.
    """

    new: int = 0
    in_danger: int = 0
    waiting: int = 0
    late_actions: int = 0
    duties: int = 0

    @property
    def nothing(self) -> bool:
        return self == QueueCounts()


@dataclass(frozen=True)
class Queue:
    """What a person sees of it: how many, and one page at this place."""

    counts: QueueCounts
    page: "QueuePage"
    place: QueuePlace


@dataclass(frozen=True)
class QueuePage:
    """One page of the queue, and whether there are incidents before and after it."""

    rows: tuple[QueueRow, ...]
    earlier: bool = False
    later: bool = False


def told_to_all(whole: QueueCounts, ordinary: QueueCounts) -> QueueCounts:
    """The numbers for a channel, where somebody may read them who may not find every incident.

    What is restricted, or names somebody as involved, counts only in totals of `SMALLEST_SHOWN` or more: a smaller
    one could point at it. Danger always counts, because its card stands in the same channel.
    """
    return QueueCounts(
        new=_told(whole.new, ordinary.new),
        in_danger=whole.in_danger,
        waiting=_told(whole.waiting, ordinary.waiting),
        late_actions=_told(whole.late_actions, ordinary.late_actions),
        duties=_told(whole.duties, ordinary.duties),
    )


def _told(whole: int, ordinary: int) -> int:
    return whole if whole >= SMALLEST_SHOWN else ordinary
