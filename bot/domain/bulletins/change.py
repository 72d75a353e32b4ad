"""What the lead of a team changes of its bulletin: day, time, zone, a pause, who approves it."""

from datetime import date, datetime, time, timedelta

from bot.domain.bulletins.edition import is_paused, posted_at
from bot.domain.refusals import Reason, Refused
from bot.domain.service.access import can_approve
from bot.domain.service.service import Schedule, Service, Team

EARLIEST, LATEST = time(7), time(20)
LONGEST_PAUSE = timedelta(days=366)


class ScheduleReason(Reason):
    CHANGED = "schedule_changed"
    """Somebody changed it since the form was opened."""
    CANNOT_APPROVE = "cannot_approve"
    SAME_PERSON = "same_approver"
    PAUSE_HAS_PASSED = "pause_has_passed"
    PAUSE_TOO_LONG = "pause_too_long"
    OUTSIDE_THE_DAY = "outside_the_day"


class ScheduleRefused(Refused):
    """The bulletin stays as it was."""


def accept(wanted: Schedule, *, before: Schedule, team: str, service: Service, today: date) -> Schedule:
    """The schedule, if it may be so. `today` is the date where the team is. Raises `ScheduleRefused`."""
    if wanted.version != before.version:
        raise ScheduleRefused("weekday", ScheduleReason.CHANGED)
    require_day(wanted)
    for field, person in (("approver", wanted.approver), ("deputy", wanted.deputy)):
        if person and not can_approve(service, person, team):
            raise ScheduleRefused(field, ScheduleReason.CANNOT_APPROVE)
    if wanted.deputy and wanted.deputy == wanted.approver:
        raise ScheduleRefused("deputy", ScheduleReason.SAME_PERSON)
    if wanted.paused_until and wanted.paused_until != before.paused_until:
        require_pause(wanted.paused_until, today)
    return wanted


def require_day(wanted: Schedule) -> None:
    """Raises `ScheduleRefused` outside the hours in which it may come."""
    if not EARLIEST <= wanted.local_time <= LATEST:
        raise ScheduleRefused("local_time", ScheduleReason.OUTSIDE_THE_DAY)


def require_pause(until: date, today: date) -> None:
    """Raises `ScheduleRefused` if the pause has passed, or is longer than a year."""
    if until <= today:
        raise ScheduleRefused("paused_until", ScheduleReason.PAUSE_HAS_PASSED)
    if until > today + LONGEST_PAUSE:
        raise ScheduleRefused("paused_until", ScheduleReason.PAUSE_TOO_LONG)


def falls_away(monday: date, before: Team, after: Team, *, now: datetime) -> bool:
    """Whether the bulletin of this week is not posted any more: it is paused, or its new time has passed already."""
    if is_paused(monday, after.schedule):
        return True
    return posted_at(monday, *after.rhythm) <= now < posted_at(monday, *before.rhythm)
