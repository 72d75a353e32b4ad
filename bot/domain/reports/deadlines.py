"""By when the safety team aims to do something about a report."""

from datetime import date, time

from bot.domain.calendar import at_local, local_date, working_day_after, working_day_before
from bot.domain.service.service import Service
from bot.domain.values import Moment


def read_by(service: Service, *, today: date) -> date:
    """The day by which a report that is sent today should be read: the service's own aim, not a legal duty."""
    return working_day_after(today, service.read_within_working_days)


def late_if_sent_before(service: Service, *, now: Moment) -> Moment:
    """A report that was sent before this moment should have been read by the end of yesterday or earlier."""
    first_day_in_time = working_day_before(local_date(now, service.zone), service.read_within_working_days)
    return at_local(first_day_in_time, time(), service.zone)
