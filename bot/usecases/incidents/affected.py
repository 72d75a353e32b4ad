"""What people affected by an incident were offered, and what came of it: ticked by the safety team."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.incidents.affected import Affected, Tick, state_of, ticked
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.incidents.steps import record, this_incident
from bot.usecases.permissions import judged
from storage import affected
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


def people_affected(context: Context, incident_id: UUID, *, by: str) -> Sequence[Affected]:
    """For whoever may decide about the incident."""
    with judged(context, by=by, now=context.clock.now()) as judge:
        incident = judge.incident(incident_id, Act.DECIDE)
        return affected.of_incident(judge.transaction, incident.id)


@retry_on_conflict
def tick_affected(
    context: Context, incident_id: UUID, chosen: Mapping[str, Collection[Tick]], *, seen: str, by: str, now: datetime
) -> Sequence[Affected]:
    """Make these the ticks. `seen` is the record that the form showed, as `state_of` says it.

    The same form sent again changes nothing. Raises `IncidentRefused` if somebody has changed it meanwhile.
    """
    with judged(context, by=by, now=now) as judge:
        incident = this_incident(judge, incident_id, Act.DECIDE, field="person_a")
        before = affected.of_incident(judge.transaction, incident.id)
        after = ticked(before, chosen, now=now)
        if state_of(after) == state_of(before):
            return before
        if state_of(before) != seen:
            raise IncidentRefused("person_a", IncidentReason.AFFECTED_CHANGED)
        affected.put(judge.transaction, incident.id, after)
        record(judge, incident, AuditEvent.AFFECTED_TICKED, now=now, **_by_person(chosen, after))
    return after


def _by_person(chosen: Collection[str], people: Sequence[Affected]) -> dict[str, str]:
    """For the trail: what is ticked for each letter from now on."""
    ticks = {person.letter: "+".join(person.ticks) for person in people}
    return {f"person_{letter.lower()}": ticks.get(letter, "none") for letter in chosen}
