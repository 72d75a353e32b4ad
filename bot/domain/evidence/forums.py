"""When the paper of a forum is due: once a month, at 09:00 on its day or on the next working day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local, working_day_after
from bot.domain.evidence.period import month_before, month_of
from bot.domain.service.service import Forum

AT = time(9)
_DAY, _MONTH = timedelta(days=1), timedelta(days=31)


def planned(forum: Forum, month: date, zone: ZoneInfo) -> datetime:
    """When the paper of this forum is due in the month that begins on `month`."""
    day = month.replace(day=forum.day)
    return at_local(working_day_after(day - _DAY), AT, zone)


def latest_month(forum: Forum, *, now: datetime, zone: ZoneInfo) -> date:
    """The first day of the latest month in which its paper has come due."""
    before = month_before(now, zone).first
    this = month_after(before)
    return this if planned(forum, this, zone) <= now else before


def next_due(forum: Forum, *, announced: date, now: datetime, zone: ZoneInfo) -> datetime:
    """When its next paper is due: in the past if one was missed.

    `announced` is the month of its latest announcement.
    """
    latest = latest_month(forum, now=now, zone=zone)
    return planned(forum, latest if announced < latest else month_after(latest), zone)


def month_after(month: date) -> date:
    return (month + _MONTH).replace(day=1)


def covered(month: date, zone: ZoneInfo) -> date:
    """The first day of the month that a paper due in `month` is about: the one before."""
    return month_of(month - _DAY, zone).first
