"""The weekly bulletin: which Monday it is for, when its draft is made, and when it is posted."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.bulletins.schedule import WEEK, posting_day
from bot.domain.calendar import at_local, is_working_day, local_date, working_day_after
from bot.domain.service.service import USUAL, Schedule
from bot.domain.values import Code, Moment, Value

OPENS, CLOSES = time(8, 0), time(18, 0)
"""The working hours in which a bulletin that was approved late may be posted."""
DRAFTED_BEFORE = 2
"""Working days between the draft and its posting."""
COUNTED = 4 * WEEK
_FIRST_COUNTED = date(2024, 1, 1)
_DAY = timedelta(days=1)


class Edition(Value):
    """The bulletin of one team and one week. Its Monday is its name, whatever its day and the holidays."""

    team: Code
    monday: date


def posted_at(monday: date, zone: ZoneInfo, schedule: Schedule = USUAL) -> datetime:
    """When the bulletin of this week is due (UTC). A bank holiday moves it to the next working day."""
    return at_local(posting_day(schedule.day_of(monday)), schedule.local_time, zone)


def drafted_at(monday: date, zone: ZoneInfo, schedule: Schedule = USUAL) -> datetime:
    """When its draft is made (UTC): two working days before."""
    day, left = posting_day(schedule.day_of(monday)), DRAFTED_BEFORE
    while left:
        day -= _DAY
        left -= is_working_day(day)
    return at_local(day, schedule.local_time, zone)


def is_paused(monday: date, schedule: Schedule) -> bool:
    """Whether the week of this Monday has no bulletin, because it would come before the pause ends."""
    return schedule.paused_until is not None and posting_day(schedule.day_of(monday)) < schedule.paused_until


def next_monday(zone: ZoneInfo, schedule: Schedule = USUAL, *, now: Moment) -> date:
    """The Monday of the week whose bulletin comes next. Holidays may have moved that of last week into this one."""
    today = local_date(now, zone)
    monday = today - timedelta(days=today.weekday()) - WEEK
    while is_paused(monday, schedule) or posted_at(monday, zone, schedule) <= now:
        monday += WEEK
    return monday


def next_draft(zone: ZoneInfo, schedule: Schedule = USUAL, *, now: Moment) -> datetime:
    """When a draft is made next (UTC)."""
    monday = next_monday(zone, schedule, now=now)
    return at if (at := drafted_at(monday, zone, schedule)) > now else drafted_at(monday + WEEK, zone, schedule)


def leaves_at(monday: date, zone: ZoneInfo, schedule: Schedule = USUAL, *, now: Moment) -> datetime:
    """When an approved bulletin leaves (UTC): at its time; after that within working hours only."""
    at = posted_at(monday, zone, schedule)
    if at >= now:
        return at
    local = now.astimezone(zone)
    if is_working_day(local.date()) and local.time() < CLOSES:
        return max(now, at_local(local.date(), OPENS, zone))
    return at_local(working_day_after(local.date()), OPENS, zone)


def counted_weeks(monday: date) -> tuple[date, date]:
    """The four weeks that a bulletin counts: from the first day up to, not with, the last.

    The same four weeks for four bulletins: with weeks that move, two counts taken from each other would show one
    that is hidden. They end before the draft is made.
    """
    last = monday - WEEK
    until = last - (last - _FIRST_COUNTED) % COUNTED
    return until - COUNTED, until
