"""Asks a ward whether an action holds: 30, 60 and 90 days after its check, in the words approved for its channel."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.actions.action import Action
from bot.domain.actions.hold import HoldQuestion, is_small, next_stage, stage_due
from bot.domain.actions.nudges import day_to_write, next_opening
from bot.domain.service.service import Service, Team
from bot.usecases import outgoing
from bot.usecases.actions import hold_answers
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import due, holds, incidents, occurrences, one_answer
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.holds import CheckedAction
from storage.outbox.messages import OutboxMessage

KIND = outgoing.HoldAsked.KIND
WHAT = "the question whether an action holds"
FURTHEST = timedelta(days=40)
"""A month, and the days off around a holiday."""
WHEN_LATE: WhenLate = AtOnce()
"""However late, only the latest of several questions that were missed, and within working hours."""


def schedule(transaction: Transaction, action: Action, service: Service) -> None:
    """Write when its ward is next asked. Part of each transaction that changes the action."""
    moment = None
    if action.checked_at and action.words_for_channels:
        team = incidents.of_report(transaction, action.report_id).team
        moment = next_stage(action.checked_at, service.zone_of(team), asked=0)
    if moment:
        due.put(transaction, [DueTime(KIND, str(action.id), moment)])
    else:
        due.remove(transaction, KIND, [str(action.id)])


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One question a team and day. The other actions of the team wait for its next working day."""
    messages, following = list[OutboxMessage](), list[DueTime | None]()
    for each in holds.checked(transaction, [UUID(row.subject) for row in rows]):
        zone, team = context.service.zone_of(each.team), context.service.team(each.team)
        stage = stage_due(each.checked_at, zone, asked=each.asked, now=now)
        if stage is None or team is None or each.restricted:
            following.append(_next(each, context.service, asked=stage or each.asked))
        elif _may_ask(transaction, team, now):
            messages.append(_ask(transaction, context.service, each, team, days=stage, now=now))
            following.append(_next(each, context.service, asked=stage))
        else:
            following.append(DueTime(KIND, str(each.id), next_opening(now, zone)))
    return DueResult(messages, [*filter(None, following)])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use case that checks an action writes its row."""


def _may_ask(transaction: Transaction, team: Team, now: datetime) -> bool:
    """Within working hours, and as the first of this day."""
    day = day_to_write(now, team.zone)
    return day is not None and occurrences.first_time(
        transaction, KIND, subject=team.code, local_key=day.isoformat(), now=now
    )


def _ask(
    transaction: Transaction, service: Service, each: CheckedAction, team: Team, *, days: int, now: datetime
) -> OutboxMessage:
    question = HoldQuestion(
        id=uuid4(),
        action_id=each.id,
        checked_at=each.checked_at,
        days=days,
        team=team.code,
        small=is_small(service, team.code),
        asked_at=now,
    )
    holds.add(transaction, question)
    one_answer.begin(transaction, question.id)
    hold_answers.schedule(transaction, question)
    return outgoing.hold_asked(question, team)


def _next(each: CheckedAction, service: Service, *, asked: int) -> DueTime | None:
    moment = next_stage(each.checked_at, service.zone_of(each.team), asked=asked)
    return DueTime(KIND, str(each.id), moment) if moment else None
