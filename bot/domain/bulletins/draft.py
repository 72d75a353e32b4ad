"""The draft of a bulletin: made from approved words, and posted only if a person approves it."""

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.bulletins.answers import BulletinAnswer
from bot.domain.hiding.tables import SMALLEST_SHOWN
from bot.domain.refusals import Reason, Refused
from bot.domain.values import Code, Moment, PersonId, Value, VisibleText

FEWEST_OF_A_WARD = 10
"""Reports from which on a ward's own share is told; below, its service's."""
_ROUNDED = 5


class DraftState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    SKIPPED = "skipped"
    DROPPED = "dropped"
    """It was not posted before the next draft."""


class DraftReason(Reason):
    ALREADY_DECIDED = "draft_already_decided"
    CHANGED = "draft_changed"
    """Somebody swapped its learning point since it was shown."""
    NOT_FREE = "draft_not_free"
    """Its learning point may not be told any more."""


class DraftRefused(Refused):
    """The draft stays as it was."""


class Draft(Value):
    """A team has one a week. `point` is the learning point that it tells of, `action` the one that was done."""

    id: UUID
    team: Code
    monday: date
    point: UUID
    action: UUID | None = None
    state: DraftState = DraftState.WAITING
    decided_by: PersonId | None = None
    decided_at: Moment | None = None
    posted_at: Moment | None = None
    told_at: Moment | None = None
    """When people were told that nobody approved it in time."""


class ReadCounts(Value):
    """Reports over four weeks, and how many of them were read in time."""

    reports: int
    in_time: int


class Thanks(Value):
    """Numbers that may be shown: `reports` from five on; `in_time` from ten on, else a rounded share of others."""

    reports: int | None = None
    in_time: int | None = None
    service_share: int | None = None


class BulletinWords(Value):
    """All that a bulletin says. `became` is what five or more answered to the bulletin before."""

    id: UUID
    code: Code
    team: VisibleText
    learned: VisibleText
    did: VisibleText | None
    to_try: VisibleText | None
    became: tuple[BulletinAnswer, ...] = ()
    thanks: Thanks
    read_within: int
    """Working days in which the service aims to read a report."""
    counted_from: date
    next_on: date
    monday: date
    """The day on which it comes."""


def decide(draft: Draft, state: DraftState, *, point: UUID, by: str, now: datetime) -> Draft:
    """Approve or skip the draft as it was shown, with this learning point. Raises `DraftRefused`."""
    require_open(draft, point=point)
    return draft.model_copy(update={"state": state, "decided_by": by, "decided_at": now})


def require_open(draft: Draft, *, point: UUID) -> None:
    if draft.state is not DraftState.WAITING:
        raise DraftRefused("", DraftReason.ALREADY_DECIDED)
    if draft.point != point:
        raise DraftRefused("", DraftReason.CHANGED)


def told_of_service(wards: Collection[ReadCounts]) -> ReadCounts:
    """What may be told of all these wards together: only of those that show their own numbers.

    In the share of the whole service a ward that is hidden could be found, however it is rounded: whoever reads
    the bulletins of all other wards takes their numbers from it.
    """
    shown = [each for each in wards if each.reports >= FEWEST_OF_A_WARD]
    return ReadCounts(reports=sum(each.reports for each in shown), in_time=sum(each.in_time for each in shown))


def thanks(ward: ReadCounts, service: ReadCounts) -> Thanks:
    """What is shown of these. `service` is what `told_of_service` says."""
    if ward.reports >= FEWEST_OF_A_WARD:
        return Thanks(reports=ward.reports, in_time=ward.in_time)
    reports = ward.reports if ward.reports >= SMALLEST_SHOWN else None
    if service.reports < FEWEST_OF_A_WARD:
        return Thanks(reports=reports)
    return Thanks(reports=reports, service_share=_ROUNDED * round(100 * service.in_time / service.reports / _ROUNDED))
