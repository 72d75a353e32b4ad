"""The weekly bulletin: which Monday it is for, when its draft is made, and when it is posted."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.bulletins.schedule import WEEK, posting_day
from bot.domain.calendar import at_local, is_working_day, local_date, working_day_after
from bot.domain.values import Code, Moment, Value

BULLETIN_AT = time(9, 0)
OPENS, CLOSES = time(8, 0), time(18, 0)
"""The working hours in which a bulletin that was approved late may be posted."""
DRAFTED_BEFORE = 2
"""Working days between the draft and its posting."""
COUNTED = 4 * WEEK
_FIRST_COUNTED = date(2024, 1, 1)
_DAY = timedelta(days=1)


class Edition(Value):
    """The bulletin of one team and one week. Its Monday is its name, also if a holiday moves the posting."""

    team: Code
    monday: date


def posted_at(monday: date, zone: ZoneInfo) -> datetime:
    """When the bulletin of this Monday is due (UTC). A bank holiday moves it to the next working day."""
    return at_local(posting_day(monday), BULLETIN_AT, zone)


def drafted_at(monday: date, zone: ZoneInfo) -> datetime:
    """When its draft is made (UTC): two working days before."""
    day, left = posting_day(monday), DRAFTED_BEFORE
    while left:
        day -= _DAY
        left -= is_working_day(day)
    return at_local(day, BULLETIN_AT, zone)


def next_monday(zone: ZoneInfo, *, now: Moment) -> date:
    """The Monday whose bulletin comes next."""
    today = local_date(now, zone)
    monday = today - timedelta(days=today.weekday())
    return monday if posted_at(monday, zone) > now else monday + WEEK


def next_draft(zone: ZoneInfo, *, now: Moment) -> datetime:
    """When a draft is made next (UTC)."""
    monday = next_monday(zone, now=now)
    return at if (at := drafted_at(monday, zone)) > now else drafted_at(monday + WEEK, zone)


def leaves_at(monday: date, zone: ZoneInfo, *, now: Moment) -> datetime:
    """When an approved bulletin leaves (UTC): at its time; after that within working hours only."""
    at = posted_at(monday, zone)
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
