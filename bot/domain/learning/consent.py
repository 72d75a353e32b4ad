"""Whoever reported a story reads the exact words that were learned from it, and can say no for five working days.

Silence is a yes once the question has arrived: the words name nobody, and two people have approved them. Whatever is
answered, they may be used only once the five days are over, so that nobody can tell from the day who answered.
"""

from datetime import datetime, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local, local_date, working_day_after
from bot.domain.values import Moment, Value

WORKING_DAYS = 5
_DAY_ENDS = time(18, 0)


class ConsentAnswer(StrEnum):
    FINE = "fine"
    PLEASE_NOT = "please_not"


class Consent(Value):
    """What one reporter is asked about one learning point. When they answer is kept nowhere."""

    point: UUID
    report: UUID
    until_at: Moment
    """When the words may be used if nobody has said no."""
    answer: ConsentAnswer | None = None


def ask_until(now: datetime, zone: ZoneInfo) -> datetime:
    """The end of the fifth working day after today (UTC)."""
    return at_local(working_day_after(local_date(now, zone), WORKING_DAYS), _DAY_ENDS, zone)
