"""Did it hold? The ward is asked 30, 60 and 90 days after somebody else checked that an action works.

A question stays open for seven days. Of all answers only the most careful one is kept, and the lead reads it once two
days have passed: nobody sees who answered, nor how many. In a small team even one answer would point at a person, so
that there only *answered* and *I want to talk about it* can be said.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.actions.nudges import DAY_START
from bot.domain.calendar import at_local, local_date, working_day_after
from bot.domain.service.service import Service
from bot.domain.values import Moment, Value

STAGES = (30, 60, 90)
"""Days after the check. A stage that falls on a day off goes to the next working day."""
TOLD_AFTER = timedelta(days=2)
OPEN_FOR = timedelta(days=7)
SMALLEST_TEAM = 5
"""With fewer people an answer is not told apart from another."""
_DAY = timedelta(days=1)


class HoldAnswer(StrEnum):
    """What somebody of the ward says. The last two are all that is offered to a small team."""

    HOLDS = "holds"
    PARTLY = "partly"
    SLIPPED = "slipped"
    ANSWERED = "answered"
    TALK = "talk"


LARGE_TEAM = (HoldAnswer.HOLDS, HoldAnswer.PARTLY, HoldAnswer.SLIPPED)
SMALL_TEAM = (HoldAnswer.ANSWERED, HoldAnswer.TALK)
"""Both in their order: the most careful answer is the last."""


class HoldQuestion(Value):
    """One question to a ward about an action. `checked_at` is the check that it asks about.

    `answer` is the most careful answer so far, and `told` the one that the lead was told of.
    """

    id: UUID
    action_id: UUID
    checked_at: Moment
    days: int
    team: str
    small: bool
    asked_at: Moment
    answer: HoldAnswer | None = None
    told: HoldAnswer | None = None
    closed_at: Moment | None = None

    @property
    def closes_at(self) -> datetime:
        closes: datetime = self.asked_at + OPEN_FOR
        return closes

    @property
    def offered(self) -> tuple[HoldAnswer, ...]:
        return SMALL_TEAM if self.small else LARGE_TEAM

    def is_open(self, now: datetime) -> bool:
        return self.closed_at is None and now < self.closes_at

    def with_answer(self, answer: HoldAnswer) -> "HoldQuestion":
        """The more careful of this answer and those before."""
        given = [answer] if self.answer is None else [self.answer, answer]
        return self.model_copy(update={"answer": max(given, key=self.offered.index)})

    def to_tell(self, now: datetime) -> HoldAnswer | None:
        """What its lead is to be told: once after two days, and once more at the end if it has changed by then.

        Not at once: the moment of a message would say when somebody answered.
        """
        come = now >= self.closes_at or (self.told is None and now >= self.asked_at + TOLD_AFTER)
        return self.answer if come and self.answer != self.told else None


def is_small(service: Service, team: str) -> bool:
    """Whether the service lists fewer people of this team than may be counted. Others do not count."""
    return sum(person.team == team for person in service.people) < SMALLEST_TEAM


def stage_moment(checked_at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """When the ward is asked (UTC): when working hours begin where it is."""
    day = local_date(checked_at, zone) + timedelta(days=days)
    return at_local(working_day_after(day - _DAY), DAY_START, zone)


def stage_due(checked_at: datetime, zone: ZoneInfo, *, asked: int, now: datetime) -> int | None:
    """The question to ask now, if any: the latest whose time has come and that is later than the last one asked."""
    come = [days for days in STAGES if days > asked and stage_moment(checked_at, days, zone) <= now]
    return come[-1] if come else None


def next_stage(checked_at: datetime, zone: ZoneInfo, *, asked: int) -> datetime | None:
    """When the next question is due (UTC), perhaps in the past; None after the last."""
    return next((stage_moment(checked_at, days, zone) for days in STAGES if days > asked), None)
