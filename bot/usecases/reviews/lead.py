"""What the lead of a review does: invite people, take them off, agree it, and carry its words to what comes of it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from bot.domain.reviews.review import Box, agree, check_people
from bot.domain.service.access import Act
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import NotFound, judged
from bot.usecases.reviews.take_part import open_review, reviewed_incident
from bot.views.reviews.content import ReviewContent
from storage import audit, incidents, records, reviews
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict
from storage.outbox import messages


def people_of_review(context: Context, incident_id: UUID, *, by: str, now: datetime) -> frozenset[str]:
    """Who takes part beside the lead, for the lead. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident = reviewed_incident(judge, incident_id, Act.LEAD_REVIEW)
        return reviews.reviewers(judge.transaction, incident.id)


@retry_on_conflict
def choose_people(
    context: Context, incident_id: UUID, people: Collection[str], *, by: str, now: datetime
) -> frozenset[str]:
    """These people take part from now on, and nobody else: who is taken off sees nothing of it any more.

    Whoever is new is told. Raises `NotForYou`, `NotFound` or `ReviewRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        incident, transaction = reviewed_incident(judge, incident_id, Act.LEAD_REVIEW), judge.transaction
        about = incidents.circumstances(transaction, incident)
        before = reviews.reviewers(transaction, incident.id)
        after = check_people(people, lead=about.review_lead, involved=about.involved)
        reviews.invite(transaction, incident.id, after - before, by=by, now=now)
        reviews.take_off(transaction, incident.id, before - after)
        for event, changed in (
            (AuditEvent.REVIEW_INVITED, after - before),
            (AuditEvent.REVIEW_TAKEN_OFF, before - after),
        ):
            for person in sorted(changed):
                audit.add(transaction, actor=by, event=event, subject=str(incident.id), at=now, person=person)
        for person in sorted(after - before):
            invited = outgoing.review_invited(incident.id, to=person, at=now)
            messages.put(transaction, invited, now=context.clock.elapsed())
    context.wake_delivery()
    return after


@retry_on_conflict
def agree_review(context: Context, incident_id: UUID, *, by: str, now: datetime) -> ReviewContent:
    """From now on nobody writes, and its words can be carried on. Raises `NotForYou`, `NotFound`, `ReviewRefused`."""
    with judged(context, by=by, now=now) as judge:
        incident, transaction = reviewed_incident(judge, incident_id, Act.LEAD_REVIEW), judge.transaction
        before = reviews.agreement(transaction, incident.id)
        written = [*reviews.contributions(transaction, incident.id), *records.standing(transaction, incident.id)]
        agreed = agree(before, written, by=by, now=now)
        if before is None:
            reviews.keep_agreement(transaction, incident.id, agreed)
            audit.add(transaction, actor=by, event=AuditEvent.REVIEW_AGREED, subject=str(incident.id), at=now)
    return open_review(context, incident_id, by=by, now=now)


@retry_on_conflict
def reopen_review(context: Context, incident_id: UUID, *, by: str, now: datetime) -> ReviewContent:
    """People can write again. What was made of it stays. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident, transaction = reviewed_incident(judge, incident_id, Act.LEAD_REVIEW), judge.transaction
        reviews.forget_agreement(transaction, incident.id)
        audit.add(transaction, actor=by, event=AuditEvent.REVIEW_REOPENED, subject=str(incident.id), at=now)
    return open_review(context, incident_id, by=by, now=now)


def words_to_carry(
    context: Context, contribution_id: UUID, box: Box, *, act: Act, by: str, now: datetime
) -> tuple[UUID, str]:
    """The incident, and what stands in this box: a form is filled with it. Raises `NotForYou` or `NotFound`.

    `act` is what the form is for.
    """
    with judged(context, by=by, now=now) as judge:
        found = reviews.find(judge.transaction, contribution_id)
        incident = judge.incident(found.incident_id if found else contribution_id, act)
        reviewed_incident(judge, incident.id, Act.READ_REVIEW)
        words = found.boxes.words(box) if found and found.boxes else None
        if not words:
            raise NotFound
        audit.add(judge.transaction, actor=by, event=AuditEvent.REVIEW_OPENED, subject=str(incident.id), at=now)
        return incident.id, words
