"""The weekly bulletin: which weeks a team is owed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import at_local, local_date
from bot.domain.values import Code, Moment, Value

BULLETIN_AT = time(9, 0)
WEEK = timedelta(days=7)
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
    today = local_date(now, zone)
    monday = today - timedelta(days=today.weekday())
    if now < due_at(monday, zone):
        monday -= WEEK
    if monday <= last:
        return None
    return Edition(team=team, first=last, monday=monday, late=now > due_at(monday, zone) + LATE_AFTER)


def mondays(edition: Edition) -> tuple[date, ...]:
    """The Mondays whose bulletins this one stands for, the latest last."""
    return tuple(edition.first + WEEK * week for week in range(1, edition.weeks + 1))
