"""When an owner is nudged: two days before the due date, and on the first working day after it, at 10:00 there."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.actions.action import Action, ActionState, Stage
from bot.domain.calendar import at_local, working_day_after

NUDGE_AT = time(10, 0)
DAYS_BEFORE = timedelta(days=2)


class ActionDates(NamedTuple):
    """An action without its words: they stay sealed while thousands are asked whether their time has come."""

    id: UUID
    owner: str
    owner_zone: str
    due_on: date
    due_set_at: datetime
    nudged: Stage | None
    state: ActionState

    @classmethod
    def of(cls, action: Action) -> Self:
        return cls(**{name: getattr(action, name) for name in cls._fields})


def nudge_moment(action: Action | ActionDates, stage: Stage) -> datetime:
    """When this nudge is due (UTC)."""
    return _moment(action.due_on, stage, action.owner_zone)


def stages_due(action: Action | ActionDates, *, now: datetime) -> tuple[Stage, ...]:
    """The nudges whose time has come, whether or not they were sent. None for an action that is done.

    A nudge whose time had passed when the date was set is never due: the owner has just been told.
    """
    if action.state is not ActionState.OPEN:
        return ()
    return tuple(stage for stage in Stage if action.due_set_at < nudge_moment(action, stage) <= now)


def nudge_due(action: Action | ActionDates, *, now: datetime) -> Stage | None:
    """The nudge to send now, if any: the latest whose time has come, unless it or a later one was sent already."""
    due = stages_due(action, now=now)
    return due[-1] if due and action.nudged not in {due[-1], Stage.AFTER} else None


def next_nudge(action: Action | ActionDates) -> datetime | None:
    """When the next nudge that was not sent is due (UTC), perhaps in the past; None if none is left."""
    if action.state is not ActionState.OPEN or action.nudged is Stage.AFTER:
        return None
    for stage in (Stage.AFTER,) if action.nudged else Stage:
        moment = nudge_moment(action, stage)
        if moment > action.due_set_at:
            return moment
    return None


@lru_cache(maxsize=4096)  # Thousands of actions share a few dates.
def _moment(due_on: date, stage: Stage, zone: str) -> datetime:
    day = due_on - DAYS_BEFORE if stage is Stage.BEFORE else working_day_after(due_on)
    return at_local(day, NUDGE_AT, ZoneInfo(zone))
