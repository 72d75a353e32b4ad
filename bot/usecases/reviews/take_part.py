"""Taking part in a review: everybody writes in boxes of their own, and reads those of the others."""

from datetime import datetime
from uuid import UUID

from bot.domain.incidents.incident import Incident
from bot.domain.reviews.review import ReviewForm, is_reviewed, require_open, write
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from bot.views.reviews.content import ReviewContent
from storage import actions, audit, incidents, learning, records, reviews
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


def open_review(context: Context, incident_id: UUID, *, by: str, now: datetime) -> ReviewContent:
    """Recorded before anybody reads it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident = reviewed_incident(judge, incident_id, Act.READ_REVIEW)
        audit.add(judge.transaction, actor=by, event=AuditEvent.REVIEW_OPENED, subject=str(incident.id), at=now)
        return _opened(judge, incident)


@retry_on_conflict
def write_in_review(
    context: Context, incident_id: UUID, form: ReviewForm, *, seen: int, key: str, by: str
) -> ReviewContent:
    """Save this person's boxes, once for each `key`. `seen` is the version that the form showed.

    Raises `NotForYou`, `NotFound` or `ReviewRefused`.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident, transaction = reviewed_incident(judge, incident_id, Act.WRITE_REVIEW), judge.transaction
        submission = transaction.keyed_hash("form", key)
        if reviews.find_by_submission(transaction, submission) is None:
            require_open(reviews.agreement(transaction, incident.id))
            after = write(_opened(judge, incident).own, form, incident_id=incident.id, seen=seen, by=by, now=now)
            reviews.save(transaction, after, submission=submission)
            audit.add(transaction, actor=by, event=AuditEvent.REVIEW_WRITTEN, subject=str(incident.id), at=now)
        return _opened(judge, incident)


def reviewed_incident(judge: Judged, incident_id: UUID, act: Act) -> Incident:
    """The incident, held for a change, if they may do `act` with its review. Raises `NotForYou` or `NotFound`."""
    incident = judge.incident(incident_id, act)
    if not is_reviewed(incident):
        raise NotFound
    return incident


def _opened(judge: Judged, incident: Incident) -> ReviewContent:
    transaction = judge.transaction
    of_reports = incidents.report_ids(transaction, incident.id)
    return ReviewContent(
        incident=incident,
        person=judge.by,
        people=reviews.reviewers(transaction, incident.id),
        contributions=reviews.contributions(transaction, incident.id),
        agreed=reviews.agreement(transaction, incident.id),
        acts=judge.acts(incident),
        made_actions=actions.count_of_reports(transaction, of_reports),
        made_points=learning.count_of_source(transaction, incident.id),
        recorded=records.count(transaction, incident.id),
    )
