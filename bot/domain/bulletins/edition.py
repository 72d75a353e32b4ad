"""The weekly bulletin: which weeks a team is owed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.bulletins.schedule import WEEK, occurrences_due
from bot.domain.calendar import at_local
from bot.domain.values import Code, Moment, Value

MONDAY = 0
BULLETIN_AT = time(9, 0)
LATE_AFTER = timedelta(hours=1)


class Edition(Value):
    """One bulletin of one team: whole local weeks, from the Monday `first` up to, not with, the Monday `monday`.

    `late` when it was made more than an hour after it was due.
    """

    team: Code
    first: date
    monday: date
    late: bool

    @property
    def weeks(self) -> int:
        return (self.monday - self.first) // WEEK

    def window(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """From (included) and to (excluded), UTC."""
        return at_local(self.first, time(), zone), at_local(self.monday, time(), zone)


class Figures(Value):
    """What a bulletin counts. `good_care` is a part of `reports`."""

    reports: int
    good_care: int
    actions_done: int


def due_at(monday: date, zone: ZoneInfo) -> datetime:
    """When the bulletin of this Monday is due (UTC)."""
    return at_local(monday, BULLETIN_AT, zone)


def edition_due(team: Code, zone: ZoneInfo, *, last: date, now: Moment) -> Edition | None:
    """The bulletin that the team is owed now, if any. `last` is the Monday of its latest, or of the week it joined.

    Weeks that were missed are told together, once, with the latest.
    """
    due = occurrences_due(weekday=MONDAY, local_time=BULLETIN_AT, zone=zone, now=now, last_posted=last)
    if not due:
        return None
    monday, moment = due[-1]
    return Edition(team=team, first=last, monday=monday, late=now > moment + LATE_AFTER)


def mondays(edition: Edition) -> tuple[date, ...]:
    """The Mondays whose bulletins this one stands for, the latest last."""
    return tuple(edition.first + WEEK * week for week in range(1, edition.weeks + 1))
