"""Whoever had a danger looked a name up alone: a second person says on the next working day whether it was right."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from bot.domain.calendar import at_local, local_date, working_day_after
from bot.domain.incidents.conversation import Entry, EntryKind
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.service.access import Act, reviewers_of_look_up
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.permissions import NotForYou, NotFound, judged
from storage import audit, conversations, due, incidents
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox.messages import OutboxMessage

KIND = outgoing.LookReview.KIND
WHAT = "the question whether it was right to look a name up"
FURTHEST = timedelta(days=14)
WHEN_LATE: WhenLate = AtOnce()
ASKED_AT = time(9)


def schedule(transaction: Transaction, context: Context, look: Entry) -> None:
    """Part of the transaction in which the name is looked up."""
    due.put(transaction, [_next(look.id, context, now=look.at)])


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """Ask the safety leads, but not whoever looked; and again on the next working day, until one has answered."""
    waiting = [look for look in _looks(transaction, rows) if _verdict(transaction, look) is None]
    asked = [message for look in waiting for message in _questions(transaction, context, look, now=now)]
    return DueResult(asked, [_next(look.id, context, now=now) for look in waiting])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use case that looks a name up writes its row."""


@retry_on_conflict
def review_look_up(context: Context, entry_id: UUID, verdict: EntryKind, *, by: str, now: datetime) -> Entry:
    """Keep what a second person thinks of it, once: the first answer counts.

    Raises `NotForYou`, `NotFound` or `IncidentRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        transaction = judge.transaction
        look = conversations.find(transaction, entry_id)
        if look is None or look.kind is not EntryKind.NAME_LOOKED_UP:
            raise NotFound
        judge.incident(look.report_id, Act.REVIEW_LOOK_UP)
        if by == look.author:
            raise NotForYou(Act.REVIEW_LOOK_UP, look.report_id)
        before = _verdict(transaction, look)
        if before and (before.author, before.kind) != (by, verdict):
            raise IncidentRefused("verdict", IncidentReason.LOOK_UP_REVIEWED)
        if before:
            return before  # The same press came twice.
        kept = Entry(id=uuid4(), report_id=look.report_id, kind=verdict, author=by, at=now)
        conversations.add(transaction, kept, None, submission=_submission(transaction, look))
        due.remove(transaction, KIND, [str(look.id)])
        event, subject = AuditEvent.NAME_LOOK_UP_REVIEWED, str(look.report_id)
        audit.add(transaction, actor=by, event=event, subject=subject, at=now, verdict=verdict.value)
    return kept


def _looks(transaction: Transaction, rows: Sequence[DueTime]) -> list[Entry]:
    found = (conversations.find(transaction, UUID(row.subject)) for row in rows)
    return [look for look in found if look]


def _questions(transaction: Transaction, context: Context, look: Entry, *, now: datetime) -> list[OutboxMessage]:
    about = incidents.circumstances(transaction, incidents.of_report(transaction, look.report_id))
    people = reviewers_of_look_up(context.service, about, by=look.author)
    content = outgoing.LookReview(entry=look.id, report=look.report_id, person=look.author, at=look.at)
    day = local_date(now, context.service.zone)
    return [outgoing.look_review(content, to=person, day=day) for person in people]


def _next(look: UUID, context: Context, *, now: datetime) -> DueTime:
    zone = context.service.zone
    return DueTime(KIND, str(look), at_local(working_day_after(local_date(now, zone)), ASKED_AT, zone))


def _verdict(transaction: Transaction, look: Entry) -> Entry | None:
    return conversations.find_by_submission(transaction, _submission(transaction, look))


def _submission(transaction: Transaction, look: Entry) -> bytes:
    """One key for each look, so that only one answer is kept."""
    return transaction.keyed_hash("look_review", str(look.id))
