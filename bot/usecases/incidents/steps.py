"""What the safety team does with an incident, one transaction each: every step is judged, saved and recorded."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.incidents import steps
from bot.domain.incidents.conversation import Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import Incident, IncidentReason, IncidentRefused
from bot.domain.service.access import Act, may
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, judged
from storage import audit, conversations, danger, incidents
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict
from storage.outbox import messages


@retry_on_conflict
def take_incident(context: Context, report_id: UUID, *, by: str) -> Incident:
    """Take the incident of this report. If somebody has it already, it stays theirs: `taken_by` says who."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        before = judge.incident(report_id, Act.TAKE)
        after = steps.take(before, by=by, now=now)
        _save(judge, before, after, AuditEvent.INCIDENT_TAKEN, now=now)
    return after


@retry_on_conflict
def hand_over_incident(context: Context, incident_id: UUID, *, to: str, by: str) -> Incident:
    """Give it to somebody of the safety team who is not part of it, and tell them. Raises `IncidentRefused`."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        before = this_incident(judge, incident_id, Act.HAND_OVER, field="to")
        if not may(context.service, to, Act.TAKE, incidents.circumstances(judge.transaction, before)):
            raise IncidentRefused("to", IncidentReason.NOT_IN_THE_TEAM)
        after = steps.hand_over(before, to=to, now=now)
        _save(judge, before, after, AuditEvent.INCIDENT_HANDED_OVER, now=now, to=to)
        if after != before and to != by:
            told = outgoing.handed_over(before.id, to=to, at=now)
            messages.put(judge.transaction, told, now=context.clock.elapsed())
    context.wake_delivery()
    return after


@retry_on_conflict
def close_incident(context: Context, incident_id: UUID, *, by: str) -> Incident:
    """Close it. Raises `IncidentRefused` with what is missing."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        before = this_incident(judge, incident_id, Act.CLOSE, field="close")
        after = steps.close(before, in_danger=danger.lasts(judge.transaction, before.id), by=by, now=now)
        _save(judge, before, after, AuditEvent.INCIDENT_CLOSED, now=now)
    return after


@retry_on_conflict
def reopen_incident(context: Context, incident_id: UUID, *, by: str) -> Incident:
    """Open a closed one again. Raises `IncidentRefused`."""
    return _step(context, incident_id, steps.reopen, act=Act.CLOSE, event=AuditEvent.INCIDENT_REOPENED, by=by)


@retry_on_conflict
def restrict_incident(context: Context, incident_id: UUID, *, by: str) -> Incident:
    """Keep it more closely from now on."""
    return _step(context, incident_id, steps.restrict, act=Act.RESTRICT, event=AuditEvent.INCIDENT_RESTRICTED, by=by)


@retry_on_conflict
def lift_restriction(context: Context, incident_id: UUID, reason: EntryWords, *, key: str, by: str) -> Incident:
    """Make it ordinary again. The reason is kept in its conversation, where no reporter reads it."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        before, transaction = (
            this_incident(judge, incident_id, Act.LIFT_RESTRICTION, field="reason"),
            judge.transaction,
        )
        submission = transaction.keyed_hash("form", key)
        if conversations.find_by_submission(transaction, submission):
            return before
        after = steps.lift(before)
        entry = Entry(id=uuid4(), report_id=before.id, kind=EntryKind.LIFTED, author=by, at=now)
        conversations.add(transaction, entry, reason, submission=submission)
        _save(judge, before, after, AuditEvent.INCIDENT_LIFTED, now=now)
    return after


def this_incident(judge: Judged, incident_id: UUID, act: Act, *, field: str) -> Incident:
    """This very incident: refused once its reports have become those of another one, which nobody has looked at."""
    incident = judge.incident(incident_id, act)
    if incident.id != incident_id:
        raise IncidentRefused(field, IncidentReason.MERGED)
    return incident


def _step(
    context: Context, incident_id: UUID, step: Callable[[Incident], Incident], *, act: Act, event: AuditEvent, by: str
) -> Incident:
    """A step that a press on a button asks for."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        before = this_incident(judge, incident_id, act, field="")
        after = step(before)
        _save(judge, before, after, event, now=now)
    return after


def _save(
    judge: Judged, before: Incident, after: Incident, event: AuditEvent, *, now: datetime, **detail: str
) -> None:
    """Save and record what differs, if something does."""
    if after != before:
        incidents.change(judge.transaction, before, after)
        record(judge, before, event, now=now, **detail)


def record(judge: Judged, incident: Incident, event: AuditEvent, *, now: datetime, **detail: str) -> None:
    audit.add(judge.transaction, actor=judge.by, event=event, subject=str(incident.id), at=now, **detail)
