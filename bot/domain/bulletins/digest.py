"""The weekly digest of a safety lead: what came, what grows old, what waits, and which teams are silent."""

from datetime import date, time, timedelta

from bot.domain.bulletins.change import ScheduleReason, ScheduleRefused, require_day, require_pause
from bot.domain.bulletins.edition import is_paused, next_monday, posted_at
from bot.domain.bulletins.schedule import WEEK, posting_day
from bot.domain.service.service import Schedule, Service
from bot.domain.values import Moment, Value, VisibleText

AGEING_AFTER = timedelta(days=60)
"""Open incidents that are older are told as old. The service's own aim, not a legal duty."""
SILENT_FOR = 4 * WEEK
USUAL_OVER = 24 * WEEK
"""The weeks before, which say how many reports are usual."""
FEWEST_USUAL = 24
"""In those weeks: four in each four weeks. Where that is usual, four weeks without any are chance once in fifty."""
FRIDAY, LATE = 4, time(15)
USUAL_DIGEST = Schedule(weekday=1, local_time=time(10))
"""Tuesday: on Mondays come the bulletins."""


class DigestCounts(Value):
    """Each as far as this lead may find it. `waiting` are new ones past the day by which they should be read."""

    came: int = 0
    """In the past seven days."""
    waiting: int = 0
    ageing: int = 0
    late_actions: int = 0
    duties: int = 0


class Digest(Value):
    """All that it says. `silent` are the names of teams."""

    counts: DigestCounts
    silent: tuple[VisibleText, ...] = ()

    @property
    def nothing(self) -> bool:
        return not self.silent and self.counts == DigestCounts()


def few_look(weekday: int, local_time: time) -> bool:
    """Whether this is late on a Friday, when what is sent is read by few."""
    return weekday == FRIDAY and local_time > LATE


def last_monday(schedule: Schedule, service: Service, *, now: Moment) -> date:
    """The Monday of the latest week whose time has come, paused or not."""
    return next_monday(service.zone, schedule.model_copy(update={"paused_until": None}), now=now) - WEEK


def next_digest(schedule: Schedule, service: Service, *, now: Moment) -> Moment:
    """When the next one comes (UTC)."""
    return posted_at(next_monday(service.zone, schedule, now=now), service.zone, schedule)


def is_skipped(monday: date, schedule: Schedule) -> bool:
    return is_paused(monday, schedule)


def without_next(schedule: Schedule, service: Service, *, now: Moment) -> Schedule:
    """The same, without the one that would come next."""
    monday = next_monday(service.zone, schedule, now=now)
    day_after = posting_day(schedule.day_of(monday)) + timedelta(days=1)
    return schedule.model_copy(update={"paused_until": day_after})


def accept(wanted: Schedule, *, before: Schedule, today: date) -> Schedule:
    """The schedule, if it may be so. Raises `ScheduleRefused`."""
    if wanted.version != before.version:
        raise ScheduleRefused("weekday", ScheduleReason.CHANGED)
    require_day(wanted)
    if wanted.paused_until and wanted.paused_until != before.paused_until:
        require_pause(wanted.paused_until, today)
    return wanted
