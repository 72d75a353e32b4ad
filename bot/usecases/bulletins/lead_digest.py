"""The weekly digest of each safety lead: once a week, at their own day and time, and never what somebody wrote."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.domain.bulletins.digest import USUAL_DIGEST, accept, is_skipped, last_monday, next_digest, without_next
from bot.domain.bulletins.edition import leaves_at
from bot.domain.bulletins.schedule import WEEK
from bot.domain.calendar import local_date
from bot.domain.service.access import Act, safety_leads
from bot.domain.service.service import Schedule, Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.permissions import Judged, judged
from storage import audit, digests, due, occurrences
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox.messages import OutboxMessage

KIND = outgoing.LeadDigest.KIND
WHAT = "the weekly digest of a safety lead"
FURTHEST = WEEK + timedelta(days=4)
"""A week, the days off around a holiday, and what the clocks may change in them."""
WHEN_LATE: WhenLate = AtOnce()
"""Within working hours, and only the latest of those that were missed."""


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """The digest of each lead whose time has come. Whoever leads no more gets none."""
    service = context.service
    people = [row.subject for row in rows if row.subject in safety_leads(service)]
    known = digests.schedules(transaction, people)
    messages, following = list[OutboxMessage](), list[DueTime]()
    for person in people:
        schedule = known.get(person, USUAL_DIGEST)
        monday = last_monday(schedule, service, now=now)
        leaves = leaves_at(monday, service.zone, schedule, now=now)
        if leaves > now and not is_skipped(monday, schedule):
            following.append(DueTime(KIND, person, leaves))
            continue
        messages += _once(transaction, person, monday, schedule, now=now)
        following.append(_next(person, schedule, service, now=now))
    return DueResult(messages, following)


def standing(transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """A row for each lead: their next digest, or the latest if they missed it. New leads have missed none."""
    service = context.service
    people = safety_leads(service)
    known, had = digests.schedules(transaction, people), occurrences.latest_of(transaction, KIND)
    return [_missed_or_next(person, known.get(person, USUAL_DIGEST), service, had, now=now) for person in people]


@retry_on_conflict
def see_schedule(context: Context, *, by: str, now: datetime) -> tuple[Schedule, datetime]:
    """When the digest of this lead comes, and when the next one does. Raises `NotForYou`."""
    with judged(context, by=by, now=now) as judge:
        schedule = _schedule_of(judge)
        return schedule, next_digest(schedule, context.service, now=now)


@retry_on_conflict
def change_digest(context: Context, wanted: Schedule, *, by: str, now: datetime) -> datetime:
    """Returns when the next one comes. Raises `NotForYou` or `ScheduleRefused`."""
    with judged(context, by=by, now=now) as judge:
        before = _schedule_of(judge)
        accept(wanted, before=before, today=local_date(now, context.service.zone))
        return _keep(judge, wanted, AuditEvent.DIGEST_CHANGED, now=now)


@retry_on_conflict
def skip_next(context: Context, *, by: str, now: datetime) -> datetime:
    """Skip the one that would come next. Returns when the one after it comes. Raises `NotForYou`."""
    with judged(context, by=by, now=now) as judge:
        schedule = without_next(_schedule_of(judge), context.service, now=now)
        return _keep(judge, schedule, AuditEvent.DIGEST_SKIPPED, now=now)


def next_for(transaction: Transaction, service: Service, person: str, *, now: datetime) -> datetime | None:
    """When the next digest of this person comes; None for somebody who gets none."""
    if person not in safety_leads(service):
        return None
    schedule = digests.schedules(transaction, [person]).get(person, USUAL_DIGEST)
    return next_digest(schedule, service, now=now)


def _schedule_of(judge: Judged) -> Schedule:
    judge.of_service(Act.READ_DIGEST, "digest")
    return digests.schedules(judge.transaction, [judge.by]).get(judge.by, USUAL_DIGEST)


def _keep(judge: Judged, schedule: Schedule, event: AuditEvent, *, now: datetime) -> datetime:
    digests.save(judge.transaction, judge.by, schedule)
    due.put(judge.transaction, [_next(judge.by, schedule, judge.context.service, now=now)])
    audit.add(judge.transaction, actor=judge.by, event=event, subject="digest", at=now)
    return next_digest(schedule, judge.context.service, now=now)


def _once(
    transaction: Transaction, person: str, monday: date, schedule: Schedule, *, now: datetime
) -> list[OutboxMessage]:
    """What was recorded for later weeks is taken back, because the clock was ahead then."""
    occurrences.forget_after(transaction, KIND, person, day=monday)
    if is_skipped(monday, schedule):
        return []
    first = occurrences.first_time(transaction, KIND, subject=person, local_key=monday.isoformat(), now=now)
    return [outgoing.lead_digest(person, monday)] if first else []


def _missed_or_next(
    person: str, schedule: Schedule, service: Service, had: Mapping[str, str], *, now: datetime
) -> DueTime:
    monday = last_monday(schedule, service, now=now)
    if had.get(person, monday.isoformat()) >= monday.isoformat() or is_skipped(monday, schedule):
        return _next(person, schedule, service, now=now)
    return DueTime(KIND, person, leaves_at(monday, service.zone, schedule, now=now))


def _next(person: str, schedule: Schedule, service: Service, *, now: datetime) -> DueTime:
    """In a pause, a look now and then."""
    return DueTime(KIND, person, min(next_digest(schedule, service, now=now), now + FURTHEST))
