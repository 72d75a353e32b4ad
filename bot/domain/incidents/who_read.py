"""Who has read a report, as its reporter may know it: by day and role, and by name only who answers for it."""

from collections.abc import Collection, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.calendar import local_date
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Role, Service
from bot.domain.values import Moment, Value

_SHOWN_FIRST = (
    *(Role.SAFETY_LEAD, Role.SAFETY_DEPUTY, Role.SAFETY_TEAM, Role.EXECUTIVE, Role.ON_CALL),
    *(Role.REVIEWER, Role.TEAM_LEAD, Role.GOVERNANCE, Role.ADMINISTRATOR),
)


class Opening(Value):
    """Somebody opened it."""

    person: str
    at: Moment


class DayOfReading(Value):
    """Who opened it on one day. A role of None is somebody's who has none now. A restricted one says neither."""

    on: date
    people: tuple[str, ...] = ()
    roles: tuple[Role | None, ...] = ()


def who_read(
    openings: Sequence[Opening],
    service: Service,
    *,
    zone: ZoneInfo,
    named: Collection[str],
    sensitivity: Sensitivity,
) -> tuple[DayOfReading, ...]:
    """The days on which it was opened, the first one first. `named` took it, answered it or looked a name up."""
    days: dict[date, set[str]] = {}
    for opening in openings:
        days.setdefault(local_date(opening.at, zone), set()).add(opening.person)
    if sensitivity.withheld:
        return tuple(DayOfReading(on=day) for day in sorted(days))
    return tuple(_day(day, people, service, named) for day, people in sorted(days.items()))


def _day(day: date, people: set[str], service: Service, named: Collection[str]) -> DayOfReading:
    roles = {_role(person, service) for person in people if person not in named}
    in_order = [role for role in (*_SHOWN_FIRST, None) if role in roles]
    return DayOfReading(on=day, people=tuple(sorted(people & set(named))), roles=tuple(in_order))


def _role(person: str, service: Service) -> Role | None:
    """The role that says most about why somebody read it."""
    return next((role for role in _SHOWN_FIRST if service.may(person, role)), None)
