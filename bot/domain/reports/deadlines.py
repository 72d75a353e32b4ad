"""By when the safety team aims to do something about a report."""

from datetime import date

from bot.domain.calendar import working_day_after
from bot.domain.service.service import Service


def read_by(service: Service, *, today: date) -> date:
    """The day by which a report that is sent today should be read: the service's own aim, not a legal duty."""
    return working_day_after(today, service.read_within_working_days)
