"""Times of anonymous reports: to the hour until somebody decides on them, to the day afterwards."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.values import Moment

_HOUR = timedelta(hours=1)


def to_the_hour(moment: Moment) -> Moment:
    """The beginning of its hour."""
    return moment.replace(minute=0, second=0, microsecond=0)


def next_hour(moment: Moment) -> Moment:
    """The full hour after this moment."""
    return to_the_hour(moment) + _HOUR


def to_the_day(moment: Moment, zone: ZoneInfo) -> Moment:
    """The beginning of its day there."""
    local = moment.astimezone(zone)
    return local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(moment.tzinfo)
