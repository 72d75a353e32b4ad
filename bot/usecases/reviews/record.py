"""The record of a deeper review: everybody who takes part adds to it, entry by entry."""

from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.incidents.incident import Incident
from bot.domain.reviews import record as rules
from bot.domain.reviews.record import OF_THE_LEAD, RecordForm, RecordKind, has_record
from bot.domain.reviews.review import require_open
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from bot.usecases.reviews.take_part import reviewed_incident
from bot.views.reviews.content import RecordContent
from storage import audit, records, reviews
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


def open_record(context: Context, incident_id: UUID, *, by: str, now: datetime) -> RecordContent:
    """Recorded before anybody reads it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident = _with_record(judge, incident_id, Act.READ_REVIEW)
        audit.add(judge.transaction, actor=by, event=AuditEvent.REVIEW_OPENED, subject=str(incident.id), at=now)
        return _opened(judge, incident)


@retry_on_conflict
def add_to_record(context: Context, incident_id: UUID, form: RecordForm, *, key: str, by: str) -> RecordContent:
    """Add one entry, once for each `key`. Raises `NotForYou`, `NotFound`, `ReviewRefused` or `RecordRefused`."""
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident, transaction = _with_record(judge, incident_id, act_for(form.kind)), judge.transaction
        submission = transaction.keyed_hash("form", key)
        if records.find_by_submission(transaction, submission) is None:
            require_open(reviews.agreement(transaction, incident.id))
            before = records.standing(transaction, incident.id)
            entry = rules.added(form, before, entry_id=uuid4(), incident_id=incident.id, by=by, now=now)
            records.add(transaction, entry, submission=submission)
            subject, what = str(incident.id), str(entry.kind)
            audit.add(transaction, actor=by, event=AuditEvent.REVIEW_RECORDED, subject=subject, at=now, entry=what)
        return _opened(judge, incident)


def may_add_to_record(context: Context, incident_id: UUID, kind: RecordKind, *, by: str, now: datetime) -> None:
    """For the form, before somebody types into it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        _with_record(judge, incident_id, act_for(kind))


@retry_on_conflict
def take_out_of_record(context: Context, entry_id: UUID, *, by: str, now: datetime) -> RecordContent:
    """By the one who wrote it, or the lead. Raises `NotForYou`, `NotFound`, `ReviewRefused` or `RecordRefused`."""
    with judged(context, by=by, now=now) as judge:
        entry = records.find(judge.transaction, entry_id)
        incident = _with_record(judge, entry.incident_id if entry else entry_id, Act.WRITE_REVIEW)
        if entry is None:
            raise NotFound
        require_open(reviews.agreement(judge.transaction, incident.id))
        leads = Act.LEAD_REVIEW in judge.acts(incident)
        after = rules.taken_out(entry, by=by, leads=leads, now=now)
        if after != entry:
            records.keep_taken_out(judge.transaction, after)
            subject = str(incident.id)
            audit.add(judge.transaction, actor=by, event=AuditEvent.REVIEW_TAKEN_OUT, subject=subject, at=now)
        return _opened(judge, incident)


def improvement_to_carry(context: Context, entry_id: UUID, *, by: str, now: datetime) -> tuple[UUID, str]:
    """The incident, and the words of this area for improvement. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        entry = records.find(judge.transaction, entry_id)
        incident = judge.incident(entry.incident_id if entry else entry_id, Act.AGREE_ACTION)
        _with_record(judge, incident.id, Act.READ_REVIEW)
        if entry is None or not entry.words or entry.taken_out_at:
            raise NotFound
        audit.add(judge.transaction, actor=by, event=AuditEvent.REVIEW_OPENED, subject=str(incident.id), at=now)
        return incident.id, entry.words


def act_for(kind: RecordKind) -> Act:
    return Act.LEAD_REVIEW if kind in OF_THE_LEAD else Act.WRITE_REVIEW


def _with_record(judge: Judged, incident_id: UUID, act: Act) -> Incident:
    incident = reviewed_incident(judge, incident_id, act)
    if not has_record(incident):
        raise NotFound
    return incident


def _opened(judge: Judged, incident: Incident) -> RecordContent:
    return RecordContent(
        incident=incident,
        person=judge.by,
        people=reviews.reviewers(judge.transaction, incident.id),
        entries=records.standing(judge.transaction, incident.id),
        agreed=reviews.agreement(judge.transaction, incident.id),
        acts=judge.acts(incident),
    )
