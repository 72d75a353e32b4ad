"""Tells whoever leads an action that the same kind of thing has happened in the same team again.

Looked for at each full hour, because a look tells nothing then of when an anonymous report was sent. An action is
watched from its agreement until its 90-day question has closed.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.actions.hold import OPEN_FOR, STAGES
from bot.domain.actions.lead import lead_of
from bot.domain.actions.nudges import day_to_write, next_opening
from bot.domain.reports.coarse_times import next_hour, to_the_hour
from bot.domain.reports.kinds import GOOD_CARE, NOT_SURE
from bot.domain.service.access import Act, may
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import incidents, occurrences, repeats
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.repeats import NewIncident, Watched

KIND = outgoing.Repeat.KIND
WHAT = "a look whether something has happened again in spite of an action"
FURTHEST = timedelta(days=7)
"""Over the days off around a holiday."""
WHEN_LATE: WhenLate = AtOnce()
WATCHED_FOR = timedelta(days=STAGES[-1]) + OPEN_FOR
"""After its check. Before it, an action is watched for as long as that takes."""
LOOKED_BACK = timedelta(days=14)
"""A kind may be set right some days after the report."""
_NO_KIND = (GOOD_CARE, NOT_SURE)
_SUBJECT = "all"
Told = Mapping[tuple[UUID, str], Sequence[UUID]]
"""For each new incident and lead: the actions."""


def serve(transaction: Transaction, context: Context, _rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One message for each new incident and lead, within working hours; never a second one."""
    service = context.service
    if day_to_write(now, service.zone) is None:
        return DueResult(following=[DueTime(KIND, _SUBJECT, next_opening(now, service.zone))])
    found = _found(transaction, service, now)
    keys = [(str(incident), lead) for incident, lead in found]
    first = occurrences.first_times(transaction, KIND, keys, now=now)
    told = [(UUID(incident), lead) for incident, lead in first]
    messages = [
        outgoing.repeat(incident, found[incident, lead], to=lead)
        for incident, lead in told
        if _may_know(transaction, service, incident, lead)
    ]
    return DueResult(messages, [DueTime(KIND, _SUBJECT, next_hour(now))])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> Collection[DueTime]:
    """It is always there."""
    return [DueTime(KIND, _SUBJECT, to_the_hour(now))]


def _found(transaction: Transaction, service: Service, now: datetime) -> Told:
    teams = [team.code for team in service.teams]
    since = now - LOOKED_BACK
    new = repeats.new_incidents(transaction, teams, since=since, without=_NO_KIND)
    watched = repeats.watched(transaction, {each.sort for each in new}, checked_since=since - WATCHED_FOR)
    found: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    for incident in new:
        for action in watched.get(incident.sort, ()):
            lead = lead_of(action, service)
            if lead and _repeats(incident, action):
                found[incident.id, lead].append(action.id)
    return found


def _repeats(incident: NewIncident, action: Watched) -> bool:
    until = action.checked_at + WATCHED_FOR if action.checked_at else incident.opened_at
    return incident.id != action.incident_id and action.agreed_at < incident.opened_at <= until


def _may_know(transaction: Transaction, service: Service, incident_id: UUID, lead: str) -> bool:
    """Whether the lead of the action may find the new incident: it may be about them."""
    incident = incidents.find(transaction, incident_id)
    return incident is not None and may(service, lead, Act.FIND, incidents.circumstances(transaction, incident))
