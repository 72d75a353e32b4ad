"""Some weeks pass, with a look shortly before and shortly after whatever is due: it comes once, and in its time."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

from bot.domain.actions.nudges import DAY_START
from bot.domain.bulletins.edition import drafted_at, posted_at
from bot.domain.calendar import working_day_after
from sandbox.people.person import PeopledWorkspace, Person, Place
from tests.journeys.steps import (
    agrees_an_action,
    approves_a_learning_point,
    approves_the_bulletin,
    writes_a_learning_point,
)

_LONDON = ZoneInfo("Europe/London")
_TEAMS = ("oak-ward", "willow-ward", "crisis-team")
_WARDS = ("Oak Ward", "Willow Ward", "Crisis Team")
_OWNERS = {"Chloe Price": _LONDON, "Kim Adeyemi": ZoneInfo("Europe/Madrid")}
_BEFORE, _AFTER = timedelta(minutes=20), timedelta(minutes=2)
_SEVERAL_TICKS = 1.5
_COMES_WITHIN = 120
"""Seconds, also on a busy machine: a look ends when everything has come."""


@dataclass(frozen=True)
class Due:
    """Messages with these words to one place, one from each of these moments on."""

    place: Place
    words: str
    moments: Sequence[datetime]

    def missing(self, now: datetime) -> int:
        """How many have not come. Below zero: how many came too early, or twice."""
        came = sum(message.shows(self.words) for message in self.place.messages)
        return sum(moment <= now for moment in self.moments) - came


def pass_by(workspace: PeopledWorkspace, *, reference: str, weeks: int) -> Iterator[str]:
    """Two people get an action after this report. Yields what was missing, early or doubled at which moment.

    They are reminded of it in the second and the third week: three times, on working days.
    """
    today = workspace.clock.now().astimezone(_LONDON).date()
    lead, safety_channel = workspace.person("Jo Carter"), workspace.channel("safety-team")
    for owner in _OWNERS:
        agrees_an_action(
            lead, lead, safety_channel, workspace.person(owner), change="Test the alarm", reference=reference
        )
        lead.dismisses()  # The next report is not opened over what tells of this action.
    mondays = [today + timedelta(days=7 * week - today.weekday()) for week in range(1, weeks + 1)]
    for _ in mondays:
        writes_a_learning_point(lead)
        lead.dismisses()
        approves_a_learning_point(workspace.person("Kim Adeyemi"))
    due = [*_bulletins(workspace, mondays), *_reminders(workspace, today + timedelta(days=14))]
    last = today + timedelta(weeks=weeks)
    drafted = {max(drafted_at(monday, _LONDON), workspace.clock.now()): monday for monday in mondays}
    moments = {moment for each in due for moment in each.moments if moment.date() <= last}
    for moment in sorted({*moments, *drafted}):
        for look in (moment - _BEFORE, moment + _AFTER):
            workspace.clock.to(max(look, workspace.clock.now()))
            yield from _seen_at(look, workspace, due)
        if moment in drafted:
            for team in _WARDS:
                approves_the_bulletin(workspace.person("Kim Adeyemi"), f"{team} for {_named(drafted[moment])}")


def _seen_at(look: datetime, workspace: PeopledWorkspace, due: Sequence[Due]) -> Iterator[str]:
    until = time.monotonic() + _COMES_WITHIN
    time.sleep(_SEVERAL_TICKS)
    while any(each.missing(look) > 0 for each in due) and time.monotonic() < until:
        time.sleep(0.1)
    for each in due:
        if missing := each.missing(look):
            yield f"{each.words} in {each.place.id} at {look:%A %d %B %H:%M}: {missing} missing"


def _bulletins(workspace: PeopledWorkspace, mondays: Sequence[date]) -> Iterator[Due]:
    for team in _TEAMS:
        yield Due(workspace.channel(team), "What we learned", [posted_at(monday, _LONDON) for monday in mondays])


def _named(monday: date) -> str:
    return f"{monday:%A} {monday.day} {monday:%B}"


def _reminders(workspace: PeopledWorkspace, due_on: date) -> Iterator[Due]:
    days = sorted({_working_day(due_on - timedelta(days=before)) for before in (5, 2)} | {working_day_after(due_on)})
    for owner, zone in _OWNERS.items():
        moments = [_at(day, DAY_START, zone) for day in days]
        yield Due(_direct(workspace.person(owner)), "A reminder", moments)


def _working_day(day: date) -> date:
    """This day, or the next on which people work."""
    return working_day_after(day - timedelta(days=1))


def _direct(person: Person) -> Place:
    return Place(person.workspace, person.workspace.direct_channel(person.id).id)


def _at(day: date, local: clock_time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, local, zone)
