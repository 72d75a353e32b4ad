"""Support after harm: whoever leads the shift is asked whether it was offered. Nothing is kept of who needed it.

[K] The times are operational defaults of this project, and no legal duty.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local
from bot.domain.incidents.incident import Decision
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.types import HarmSaid
from bot.domain.values import Moment

_PHYSICAL = frozenset({PhysicalHarm.MODERATE, PhysicalHarm.SEVERE, PhysicalHarm.FATAL})
_PSYCHOLOGICAL = frozenset({PsychologicalHarm.MODERATE, PsychologicalHarm.SEVERE})
FIRST_AFTER = timedelta(hours=1)
"""Help comes first. With this nobody is asked later than two hours after the harm is known, but for the night."""
ASKED_FROM, ASKED_UNTIL, IN_THE_MORNING, AT_NOON = time(7), time(21), time(7, 30), time(12)
_DAY = timedelta(days=1)


class Support(StrEnum):
    """What is kept: that support was offered, that it was done."""

    OFFERED = "offered"
    DONE = "done"


class Stage(StrEnum):
    """When somebody is asked, in this order."""

    FIRST = "first"
    DAY = "day"
    WEEK = "week"


def is_after_harm(decision: Decision | None, reported: HarmSaid) -> bool:
    """Whether the harm was moderate or worse on either scale: as decided, else as reported."""
    physical = decision.physical_harm if decision else reported.physical
    psychological = decision.psychological_harm if decision else reported.psychological
    return physical in _PHYSICAL or psychological in _PSYCHOLOGICAL


def in_hours(at: Moment, zone: ZoneInfo) -> Moment:
    """This moment, if it is between 07:00 and 21:00 there; otherwise the next 07:30."""
    local = at.astimezone(zone)
    if ASKED_FROM <= local.time() < ASKED_UNTIL:
        return at
    day = local.date() if local.time() < ASKED_FROM else local.date() + _DAY
    return at_local(day, IN_THE_MORNING, zone)


def times(known_at: Moment, zone: ZoneInfo) -> Mapping[Stage, Moment]:
    """When each stage comes, if the harm became known then."""
    ahead = {Stage.FIRST: FIRST_AFTER, Stage.DAY: _DAY, Stage.WEEK: 7 * _DAY}
    return {stage: in_hours(known_at + after, zone) for stage, after in ahead.items()}


def coarse_times(hour: Moment, zone: ZoneInfo) -> Mapping[Stage, Moment]:
    """For an anonymous report that was sent in the hour before: later stages tell the day alone."""
    exact, day = times(hour, zone), hour.astimezone(zone).date()
    noon: dict[Stage, datetime] = {
        Stage.DAY: at_local(day + _DAY, AT_NOON, zone),
        Stage.WEEK: at_local(day + 7 * _DAY, AT_NOON, zone),
    }
    return {**exact, **noon}
