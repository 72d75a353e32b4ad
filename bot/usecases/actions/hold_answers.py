"""What a ward answers, once a person and without a name. After two days the lead hears; after seven the key goes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.actions.hold import OPEN_FOR, TOLD_AFTER, HoldAnswer, HoldQuestion
from bot.domain.actions.lead import lead_of
from bot.domain.actions.nudges import day_to_write, next_opening
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import actions, due, holds, one_answer
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox.messages import OutboxMessage

KIND = outgoing.HoldNews.KIND
WHAT = "the most careful answer to the question whether an action holds"
FURTHEST = OPEN_FOR + timedelta(days=7)
"""After it has closed come the days off around a holiday."""
WHEN_LATE: WhenLate = AtOnce()


class Taken(StrEnum):
    """What became of an answer."""

    SAVED = "saved"
    AGAIN = "again"
    CLOSED = "closed"


@retry_on_conflict
def answer_question(context: Context, question_id: UUID, answer: HoldAnswer, *, by: str, now: datetime) -> Taken:
    """Somebody of the ward answers. Who it was is written nowhere: not even the audit trail has an entry."""
    with context.database.writing() as transaction:
        question = next(iter(holds.find_all_for_update(transaction, [question_id])), None)
        if question is None or answer not in question.offered or not _is_live(transaction, question, now):
            return Taken.CLOSED
        if not one_answer.is_first(transaction, question_id, by):
            return Taken.AGAIN
        holds.change(transaction, question.with_answer(answer))
    return Taken.SAVED


def schedule(transaction: Transaction, question: HoldQuestion) -> None:
    """Write when its lead may be told. Part of the transaction in which it is asked."""
    due.put(transaction, [DueTime(KIND, str(question.id), question.asked_at + TOLD_AFTER)])


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """Close what has had its seven days, whatever the hour; tell leads within working hours."""
    messages, following = list[OutboxMessage](), list[DueTime]()
    for found in holds.find_all_for_update(transaction, [UUID(row.subject) for row in rows]):
        question = _closed_in_time(transaction, found, now)
        answer = question.to_tell(now)
        in_hours = day_to_write(now, context.service.zone) is not None
        if answer and in_hours:
            messages += _told(transaction, context.service, question, answer)
            question = question.model_copy(update={"told": answer})
        if question != found:
            holds.change(transaction, question)
        following += _following(question, context.service, now)
    return DueResult(messages, following)


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The question itself writes its row."""


def _is_live(transaction: Transaction, question: HoldQuestion, now: datetime) -> bool:
    """It is open, and its action has not been opened again since."""
    action = actions.get(transaction, question.action_id)
    return question.is_open(now) and action.checked_at == question.checked_at


def _closed_in_time(transaction: Transaction, question: HoldQuestion, now: datetime) -> HoldQuestion:
    if question.closed_at or now < question.closes_at:
        return question
    one_answer.end(transaction, question.id)
    return question.model_copy(update={"closed_at": now})


def _told(
    transaction: Transaction, service: Service, question: HoldQuestion, answer: HoldAnswer
) -> list[OutboxMessage]:
    lead = lead_of(actions.get(transaction, question.action_id), service)
    return [outgoing.hold_news(question, answer, to=lead)] if lead else []


def _following(question: HoldQuestion, service: Service, now: datetime) -> list[DueTime]:
    """When there is something to do again: what may not be told now waits for working hours."""
    moments = [] if question.closed_at else [question.closes_at]
    if question.to_tell(now):
        moments.append(next_opening(now, service.zone))
    return [DueTime(KIND, str(question.id), min(moments))] if moments else []
