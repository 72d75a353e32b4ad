"""One tap back: a team answers its bulletin, and may write to its lead. Who did so is written nowhere."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.actions.nudges import day_to_write, next_opening
from bot.domain.bulletins.answers import (
    MOST_WRITTEN,
    OPEN_FOR,
    TOLD_AFTER,
    BulletinAnswer,
    BulletinWordsForm,
    WrittenBack,
    is_open,
)
from bot.domain.bulletins.draft import Draft
from bot.domain.service.access import Act, leads_of_team
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.actions.hold_answers import Taken
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.permissions import NotFound, judged
from storage import audit, bulletin_answers, bulletins, due, one_answer
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox.messages import OutboxMessage

KIND = outgoing.BulletinWritten.KIND
WHAT = "what a team writes about its bulletin"
FURTHEST = OPEN_FOR + timedelta(days=7)
"""After it has closed come the days off around a holiday."""
WHEN_LATE: WhenLate = AtOnce()


def begin(transaction: Transaction, draft: Draft, *, now: datetime) -> None:
    """It is posted: from now on it can be answered. Part of that transaction."""
    one_answer.begin(transaction, draft.id)
    due.put(transaction, [DueTime(KIND, str(draft.id), now + TOLD_AFTER)])


@retry_on_conflict
def answer_bulletin(context: Context, draft_id: UUID, answer: BulletinAnswer, *, by: str, now: datetime) -> Taken:
    """Somebody answers. Who it was is written nowhere: not even the audit trail has an entry."""
    with context.database.writing() as transaction:
        draft = bulletins.get_for_update(transaction, draft_id)
        if draft is None or not is_open(draft.posted_at, now=now):
            return Taken.CLOSED
        if not one_answer.is_first(transaction, draft_id, by):
            return Taken.AGAIN
        bulletin_answers.count(transaction, draft_id, answer)
    return Taken.SAVED


@retry_on_conflict
def write_to_lead(context: Context, draft_id: UUID, form: BulletinWordsForm, *, key: str, now: datetime) -> Taken:
    """Keep these words for the lead, once for each `key`, without who wrote them and when."""
    with context.database.writing() as transaction:
        draft = bulletins.get_for_update(transaction, draft_id)
        submission = transaction.keyed_hash("form", key)
        if bulletin_answers.find_by_submission(transaction, submission):
            return Taken.SAVED
        if draft is None or not is_open(draft.posted_at, now=now):
            return Taken.CLOSED
        if bulletin_answers.count_of_words(transaction, draft_id) >= MOST_WRITTEN:
            return Taken.AGAIN
        written = WrittenBack(**form.model_dump(), id=uuid4(), bulletin=draft_id)
        bulletin_answers.write(transaction, written, submission=submission)
    return Taken.SAVED


def read_written(context: Context, draft_id: UUID, *, by: str, now: datetime) -> tuple[Draft, list[WrittenBack]]:
    """What was written about a bulletin, for the lead of its team. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        draft = bulletins.find(judge.transaction, draft_id)
        judge.of_team(Act.READ_WRITTEN_BACK, context.service.team(draft.team) if draft else None, str(draft_id))
        if draft is None:
            raise NotFound
        audit.add(judge.transaction, actor=by, event=AuditEvent.BULLETIN_WORDS_READ, subject=str(draft_id), at=now)
        return draft, bulletin_answers.words_of(judge.transaction, draft_id)


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """Close what has had its seven days, whatever the hour; tell leads within working hours."""
    messages, following = list[OutboxMessage](), list[DueTime]()
    for row in rows:
        draft = bulletins.get_for_update(transaction, UUID(row.subject))
        if draft is None or draft.posted_at is None:
            continue
        if not is_open(draft.posted_at, now=now):
            one_answer.end(transaction, draft.id)
            bulletin_answers.forget_small(transaction, draft.id)
        messages += _told(transaction, context.service, draft, now=now)
        following += _following(transaction, draft, context.service, now=now)
    return DueResult(messages, following)


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """Posting a bulletin writes its row."""


def _told(transaction: Transaction, service: Service, draft: Draft, *, now: datetime) -> list[OutboxMessage]:
    """To the lead of the team, once for the words that wait."""
    day = day_to_write(now, service.zone)
    if day is None or not bulletin_answers.untold(transaction, draft.id):
        return []
    bulletin_answers.mark_told(transaction, draft.id, now=now)
    return [outgoing.bulletin_written(draft, person, day) for person in leads_of_team(service, draft.team)]


def _following(transaction: Transaction, draft: Draft, service: Service, *, now: datetime) -> list[DueTime]:
    """When there is something to do again: what may not be told now waits for working hours."""
    moments = [draft.posted_at + OPEN_FOR] if draft.posted_at and is_open(draft.posted_at, now=now) else []
    if bulletin_answers.untold(transaction, draft.id):
        moments.append(next_opening(now, service.zone))
    return [DueTime(KIND, str(draft.id), min(moments))] if moments else []
