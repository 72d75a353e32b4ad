"""A message that may not leave now, because Slack was away until the person's working hours had ended."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.actions.nudges import day_to_write, next_opening
from bot.domain.incidents.support import in_hours

LONGEST_WAIT = timedelta(hours=1)
"""Then it is looked at again: the clock of the demo may have been moved."""


class NotNow(Exception):
    """The message waits, and is composed again later."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def wait_for_working_hours(now: datetime, zone: ZoneInfo) -> None:
    """Raise `NotNow` outside working hours in `zone`."""
    if day_to_write(now, zone) is None:
        wait = min(next_opening(now, zone) - now, LONGEST_WAIT)
        raise NotNow(wait.total_seconds())


def wait_for_support_hours(now: datetime, zone: ZoneInfo) -> None:
    """Raise `NotNow` at night in `zone`."""
    wait = min(in_hours(now, zone) - now, LONGEST_WAIT)
    if wait:
        raise NotNow(wait.total_seconds())
