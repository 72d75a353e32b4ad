"""Learning points: written by one person of the safety team, approved word for word by another."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.learning import point as rules
from bot.domain.learning.consent import Consent, ask_until
from bot.domain.learning.hints import Hint, hints
from bot.domain.learning.point import LearningForm, LearningPoint
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from storage import audit, consents, due, learning, reports
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage


def hints_for(context: Context, form: LearningForm) -> tuple[Hint, ...]:
    """What the writer may want to look at again, of both texts."""
    names = [person.name for person in context.service.people]
    return tuple(hint for text in (form.words, form.to_try) if text for hint in hints(text, known_names=names))


@retry_on_conflict
def write_point(
    context: Context, form: LearningForm, *, source: UUID | None, key: str, by: str, now: datetime
) -> LearningPoint:
    """Keep it for a second person, once for each `key`. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident = _source(judge, source, otherwise=uuid4())
        transaction = judge.transaction
        submission = transaction.keyed_hash("form", key)
        point = learning.find_by_submission(transaction, submission)
        if point is None:
            written = form.model_dump()
            point = LearningPoint(**written, id=uuid4(), source=incident, written_by=by, written_at=now)
            learning.add(transaction, point, submission=submission)
            audit.add(transaction, actor=by, event=AuditEvent.LEARNING_WRITTEN, subject=str(point.id), at=now)
    return point


def read_point(context: Context, point_id: UUID, *, by: str, now: datetime) -> LearningPoint:
    """Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        return _held(judge, point_id)


def approve_point(context: Context, point_id: UUID, *, by: str, now: datetime) -> LearningPoint:
    """From now on it may be told. Raises `NotForYou`, `NotFound` or `LearningRefused`."""
    return _decide(context, point_id, AuditEvent.LEARNING_APPROVED, _approved(by, now), by=by, now=now)


def send_back_point(context: Context, point_id: UUID, *, by: str, now: datetime) -> LearningPoint:
    """Raises `NotForYou`, `NotFound` or `LearningRefused`."""
    return _decide(context, point_id, AuditEvent.LEARNING_SENT_BACK, _sent_back(by), by=by, now=now)


def _approved(by: str, now: datetime) -> Callable[[LearningPoint], LearningPoint]:
    return lambda point: rules.approve(point, by=by, now=now)


def _sent_back(by: str) -> Callable[[LearningPoint], LearningPoint]:
    return lambda point: rules.send_back(point, by=by)


@retry_on_conflict
def _decide(
    context: Context,
    point_id: UUID,
    event: AuditEvent,
    rule: Callable[[LearningPoint], LearningPoint],
    *,
    by: str,
    now: datetime,
) -> LearningPoint:
    with judged(context, by=by, now=now) as judge:
        after = rule(_held(judge, point_id))
        learning.change_state(judge.transaction, after)
        audit.add(judge.transaction, actor=by, event=event, subject=str(point_id), at=now)
        if event is AuditEvent.LEARNING_APPROVED:  # A draft that could not be made may be made now.
            teams = sorted(after.teams or (team.code for team in context.service.teams))
            due.put(judge.transaction, [DueTime(outgoing.BulletinDraft.KIND, team, now) for team in teams])
            asked = _ask_reporters(judge.transaction, after, context.service, now=now)
            messages.put_all(judge.transaction, asked, now=context.clock.elapsed())
    context.wake_delivery()
    return after


def _ask_reporters(
    transaction: Transaction, point: LearningPoint, service: Service, *, now: datetime
) -> list[OutboxMessage]:
    """Whoever reported it, named or in confidence, reads the words before anybody is told. Its writers know them."""
    if point.source is None:
        return []
    until, asked = ask_until(now, service.zone), list[OutboxMessage]()
    for person, report in consents.to_ask(transaction, point.source).items():
        if person not in (point.written_by, point.approved_by):
            consents.add(transaction, Consent(point=point.id, report=report, until_at=until))
            asked.append(outgoing.words_asked(point, reports.get(transaction, report)))
    return asked


def is_theme_only(context: Context, point: LearningPoint) -> bool:
    """Whether a report of its source is anonymous: then no bulletin tells it."""
    with context.database.reading() as transaction:
        return point.source is not None and learning.is_from_anonymous(transaction, point.source)


def _held(judge: Judged, point_id: UUID) -> LearningPoint:
    """The learning point, held for a change, if this person may decide about its source."""
    point = learning.get_for_update(judge.transaction, point_id)
    _source(judge, point.source if point else None, otherwise=point_id)
    if point is None:
        raise NotFound
    return point


def _source(judge: Judged, source: UUID | None, *, otherwise: UUID) -> UUID | None:
    """The incident that was learned from. Who is involved in it neither writes nor approves."""
    if source is not None:
        return judge.incident(source, Act.WRITE_LEARNING).id
    judge.of_service(Act.WRITE_LEARNING, str(otherwise))
    return None
