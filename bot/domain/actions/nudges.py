"""When an owner is nudged, at most three times in an action's life, and when help is offered to the lead.

Five days before the due date (which day will you do this?), two days before it unless a day was chosen, and on the
first working day after it; then one offer of help to the lead at five days over. A stage that falls on a day off goes
to the next working day, and a later nudge whose time has come replaces it. After an answer none comes.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.actions.action import Action, ActionState, Pause, Stage
from bot.domain.calendar import at_local, is_working_day, working_day_after

DAY_START = time(8, 0)
DAY_END = time(18, 0)
"""Working hours where the person is. A stage opens when they begin; nothing is sent at or after their end."""
MOST_NUDGES = 3
"""In an action's whole life, whoever owns it and however often its date is moved."""
MOST_OFFERS = 1
DAYS_BEFORE = {Stage.CHOOSE_DAY: timedelta(days=5), Stage.BEFORE: timedelta(days=2)}
OFFER_AFTER = timedelta(days=5)
_DAY = timedelta(days=1)


class ActionDates(NamedTuple):
    """An action without its words: they stay sealed while thousands are asked whether their time has come."""

    id: UUID
    owner: str
    owner_zone: str
    due_on: date
    due_set_at: datetime
    planned_on: date | None
    paused: Pause | None
    nudged: Stage | None
    nudges: int
    offered_at: datetime | None
    state: ActionState
    agreed_by: str

    @classmethod
    def of(cls, action: Action) -> Self:
        return cls(**{name: getattr(action, name) for name in cls._fields})


Dated = Action | ActionDates


def nudge_moment(action: Dated, stage: Stage) -> datetime:
    """When this nudge is due (UTC)."""
    return _moment(action.due_on, stage, action.owner_zone)


def offer_moment(action: Dated, zone: ZoneInfo) -> datetime:
    """When help is offered to the lead, who is in `zone` (UTC)."""
    return at_local(_working_day(action.due_on + OFFER_AFTER), DAY_START, zone)


def nudge_due(action: Dated, *, now: datetime) -> Stage | None:
    """The nudge to send now, if any: the latest whose time has come, unless it or a later one was sent already.

    A nudge whose time had come when the date was set is never due: the owner has just been told.
    """
    if not _awaits_nudges(action):
        return None
    due = [stage for stage in Stage if action.due_set_at < nudge_moment(action, stage) <= now]
    return due[-1] if due and _is_to_send(action, due[-1]) else None


def offer_due(action: Dated, zone: ZoneInfo, *, now: datetime) -> bool:
    """Whether help is to be offered now."""
    return _awaits_offer(action) and action.due_set_at < offer_moment(action, zone) <= now


def next_nudge(action: Dated) -> datetime | None:
    """When the next nudge that was not sent is due (UTC), perhaps in the past; None if none is left."""
    if not _awaits_nudges(action):
        return None
    moments = [nudge_moment(action, stage) for stage in Stage if _is_to_send(action, stage)]
    return min((moment for moment in moments if moment > action.due_set_at), default=None)


def next_time(action: Dated, lead_zone: ZoneInfo) -> datetime | None:
    """When the next nudge or offer is due (UTC), perhaps in the past; None if none is left."""
    offer = offer_moment(action, lead_zone)
    offers = [offer] if _awaits_offer(action) and offer > action.due_set_at else []
    nudge = next_nudge(action)
    return min([*offers, nudge] if nudge else offers, default=None)


def day_to_write(now: datetime, zone: ZoneInfo) -> date | None:
    """The date where a person is, if they may be written to now: on a working day, within working hours."""
    local = now.astimezone(zone)
    open_now = is_working_day(local.date()) and DAY_START <= local.time() < DAY_END
    return local.date() if open_now else None


def next_opening(now: datetime, zone: ZoneInfo) -> datetime:
    """When working hours next begin where a person is, after `now` (UTC)."""
    day = _working_day(now.astimezone(zone).date())
    opening = at_local(day, DAY_START, zone)
    return opening if opening > now else at_local(working_day_after(day), DAY_START, zone)


def _awaits_nudges(action: Dated) -> bool:
    return action.state is ActionState.OPEN and action.paused is None and action.nudges < MOST_NUDGES


def _awaits_offer(action: Dated) -> bool:
    return action.state is ActionState.OPEN and action.paused is None and action.offered_at is None


def _is_to_send(action: Dated, stage: Stage) -> bool:
    """Not again, nor after a later one; and nobody who has chosen a day is asked again before the due date."""
    answered = stage is not Stage.AFTER and action.planned_on is not None
    return not answered and (action.nudged is None or _ORDER[action.nudged] < _ORDER[stage])


def _working_day(day: date) -> date:
    return working_day_after(day - _DAY)


@lru_cache(maxsize=4096)  # Thousands of actions share a few dates.
def _moment(due_on: date, stage: Stage, zone: str) -> datetime:
    day = working_day_after(due_on) if stage is Stage.AFTER else _working_day(due_on - DAYS_BEFORE[stage])
    return at_local(day, DAY_START, ZoneInfo(zone))


_ORDER = {stage: number for number, stage in enumerate(Stage)}
