"""What whoever leads an action can do about it: read what happened to it, offer help, choose a new owner."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from bot.domain.actions.action import Action, ActionEntry, ActionEntryKind, assign, reopen
from bot.domain.service.access import Act, may
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.actions.changing import changing
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, judged
from storage import actions, audit, incidents, reports
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction
from storage.outbox import messages

MOST_ON_BOARD = 11
"""One more than the board shows, so that it can say that there are more."""


@dataclass(frozen=True)
class ActionRecord:
    """An action with what happened to it, in its order."""

    action: Action
    reference: str
    entries: list[ActionEntry]


def read_action(context: Context, action_id: UUID, *, by: str, now: datetime) -> ActionRecord:
    """For its owner, its checker, and whoever may agree actions of its incident. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        action = actions.find(judge.transaction, action_id)
        if action is None or by not in (action.owner, action.checker):
            action = _judged_action(judge, action_id)
        audit.add(judge.transaction, actor=by, event=AuditEvent.ACTION_READ, subject=str(action_id), at=now)
        return _record(judge.transaction, action)


def led_action(context: Context, action_id: UUID, *, by: str, now: datetime) -> ActionRecord:
    """For whoever may agree actions of its incident. Raises as above."""
    with judged(context, by=by, now=now) as judge:
        return _record(judge.transaction, _judged_action(judge, action_id))


def offer_help(context: Context, action_id: UUID, *, by: str, now: datetime) -> Action:
    """Its owner is told that this person offers help: once a day, however often it is pressed. Raises as above."""
    with judged(context, by=by, now=now) as judge:
        action = _judged_action(judge, action_id)
        transaction = judge.transaction
        entry = ActionEntry(id=uuid4(), action_id=action_id, kind=ActionEntryKind.HELP_OFFERED, author=by, at=now)
        message = outgoing.action_news(entry, to=action.owner, unique=f"help:{action_id}:{by}:{now:%Y-%m-%d}")
        if messages.put(transaction, message, now=context.clock.elapsed()):
            actions.add_entry(transaction, entry)
            event = AuditEvent.ACTION_HELP_OFFERED
            audit.add(transaction, actor=by, event=event, subject=str(action_id), at=now)
    context.wake_delivery()
    return action


def give_action(context: Context, action_id: UUID, owner: str, *, zone: str, by: str, now: datetime) -> Action:
    """Somebody else owns it from now on, and is told. Raises as above, or `ActionRefused`."""
    with judged(context, by=by, now=now) as judge:
        _judged_action(judge, action_id)
    with changing(context, action_id, by=by, now=now) as change:
        return change.save(assign(change.before, owner, zone=zone, now=now), ActionEntryKind.ASSIGNED)


def reopen_action(context: Context, action_id: UUID, due_on: date, *, by: str, now: datetime) -> Action:
    """It has slipped: it is open again, and its owner is told. Raises as above, or `ActionRefused`."""
    with judged(context, by=by, now=now) as judge:
        _judged_action(judge, action_id)
    with changing(context, action_id, by=by, now=now) as change:
        after = reopen(change.before, due_on, today=change.today, now=now)
        return change.save(after, ActionEntryKind.REOPENED)


@dataclass(frozen=True)
class OnBoard:
    """A row of the board."""

    action: Action
    reference: str


def board(context: Context, *, by: str) -> list[OnBoard]:
    """The actions that are not closed, of incidents that this person may find: the longest overdue first."""
    with context.database.reading() as transaction:
        found = actions.board(transaction, limit=MOST_ON_BOARD)
        return [
            OnBoard(each, reports.get(transaction, each.report_id).reference)
            for each in found
            if _may_find(transaction, each, context.service, by)
        ]


def _may_find(transaction: Transaction, action: Action, service: Service, by: str) -> bool:
    incident = incidents.of_report(transaction, action.report_id)
    return may(service, by, Act.FIND, incidents.circumstances(transaction, incident))


def _judged_action(judge: Judged, action_id: UUID) -> Action:
    action = actions.find(judge.transaction, action_id)
    judge.incident(action.report_id if action else action_id, Act.AGREE_ACTION)
    return actions.get(judge.transaction, action_id)


def _record(transaction: Transaction, action: Action) -> ActionRecord:
    reference = reports.get(transaction, action.report_id).reference
    return ActionRecord(action, reference, actions.entries(transaction, action.id))
