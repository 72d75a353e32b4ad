"""Same as another one: the reports of two incidents become those of one."""

from uuid import UUID

from bot.domain.incidents import steps
from bot.domain.incidents.affected import joined
from bot.domain.incidents.incident import Incident, IncidentReason, IncidentRefused
from bot.domain.reports.references import reference_in
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.incidents.forget_hours import forget_hours
from bot.usecases.permissions import Judged, NotForYou, judged
from storage import affected, audit, danger, duties, incidents, learning, records, reviews, sessions, support, themes
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


@retry_on_conflict
def merge_incident(context: Context, incident_id: UUID, reference: str, *, by: str) -> Incident:
    """Give the reports of this incident to the one that `reference` belongs to, which is returned.

    Each report keeps its reference, words, reporter and answer; the strictest access of both holds, and whoever is
    part of one is part of both. Raises `IncidentRefused` beside the reference.
    """
    typed = reference_in(reference)
    if typed is None:
        raise IncidentRefused("reference", IncidentReason.REFERENCE_WRONG)
    now = context.clock.now()
    try:
        with judged(context, by=by, now=now) as judge:
            before, other = judge.incident(incident_id, Act.MERGE), _other(judge, typed)
            if before.id != incident_id:
                return _merged_before(before, other)
            in_danger = danger.lasts(judge.transaction, before.id)
            given, kept = steps.merge(before, other, in_danger=in_danger)
            _move_everything(judge, before, other)
            incidents.change(judge.transaction, before, given)
            incidents.change(judge.transaction, other, kept)
            audit.add(
                judge.transaction,
                actor=by,
                event=AuditEvent.INCIDENT_MERGED,
                subject=str(before.id),
                at=now,
                into=str(other.id),
            )
            if kept.decision:
                forget_hours(judge.transaction, context.service, kept.id, now=now)
    except NotForYou as refusal:
        if refusal.subject == incident_id:
            raise
        # Whoever may not see the other one does not learn that it is there.
        raise IncidentRefused("reference", IncidentReason.REFERENCE_NOT_FOUND) from None
    return kept


def _merged_before(incident: Incident, other: Incident) -> Incident:
    """The same form sent again changes nothing."""
    if incident.id != other.id:
        raise IncidentRefused("reference", IncidentReason.MERGED)
    return incident


def _other(judge: Judged, reference: str) -> Incident:
    """The other incident, if this person may find it and merge it as well."""
    found = incidents.id_of_reference(judge.transaction, reference)
    if found is None:
        raise IncidentRefused("reference", IncidentReason.REFERENCE_NOT_FOUND)
    judge.incident(found, Act.FIND)
    return judge.incident(found, Act.MERGE)


def _move_everything(judge: Judged, before: Incident, other: Incident) -> None:
    transaction = judge.transaction
    involved = incidents.circumstances(transaction, before).involved
    incidents.involve(transaction, other.id, involved)
    for report_id in incidents.report_ids(transaction, before.id):
        incidents.move_report(transaction, report_id, to=other.id)
    learning.move_source(transaction, before.id, to=other.id)
    reviews.move(transaction, before.id, to=other.id)
    records.move(transaction, before.id, to=other.id)
    sessions.move(transaction, before.id, to=other.id)
    themes.move(transaction, before.id, to=other.id)
    duties.move(transaction, before.id, to=other.id)
    support.move(transaction, before.id, to=other.id)
    people = affected.of_incident(transaction, before.id)
    affected.put(transaction, before.id, ())
    affected.put(transaction, other.id, joined(affected.of_incident(transaction, other.id), people))
