"""When an owner is nudged: two days before the due date, and on the first working day after it, at 10:00 there."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.actions import Action, ActionState, Stage
from bot.domain.calendar import at_local, working_day_after

NUDGE_AT = time(10, 0)
DAYS_BEFORE = timedelta(days=2)


def nudge_moment(action: Action, stage: Stage) -> datetime:
    """When this nudge is due (UTC)."""
    day = action.due_on - DAYS_BEFORE if stage is Stage.BEFORE else working_day_after(action.due_on)
    return at_local(day, NUDGE_AT, ZoneInfo(action.owner_zone))


def stages_due(action: Action, *, now: datetime) -> tuple[Stage, ...]:
    """The nudges whose time has come, whether or not they were sent. None for an action that is done.

    A nudge whose time had passed when the date was set is never due: the owner has just been told.
    """
    if action.state is not ActionState.OPEN:
        return ()
    return tuple(stage for stage in Stage if action.due_set_at < nudge_moment(action, stage) <= now)


def nudge_due(action: Action, *, now: datetime) -> Stage | None:
    """The nudge to send now, if any: the latest whose time has come, unless it or a later one was sent already."""
    due = stages_due(action, now=now)
    return due[-1] if due and action.nudged not in {due[-1], Stage.AFTER} else None
