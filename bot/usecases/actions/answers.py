"""What an owner says about their action. Each answer silences the next nudge, and is recorded with its reason."""

from datetime import date, datetime
from uuid import UUID

from bot.domain.actions.action import (
    Action,
    ActionEntryKind,
    Because,
    Pause,
    complete,
    move,
    pause,
    plan,
    resume,
    undo,
)
from bot.usecases.actions.changing import changing
from bot.usecases.context import Context
from storage.audit import AuditEvent


def complete_action(context: Context, action_id: UUID, proof: Because, *, by: str, now: datetime) -> Action:
    """The owner says that it is done, and how somebody can see it. Raises `NotFound` or `ActionRefused`."""
    with changing(context, action_id, by=by, now=now, refused=AuditEvent.ACTION_DONE_REFUSED) as change:
        return change.save(complete(change.before, by=by, now=now), ActionEntryKind.DONE, proof)


def undo_done(context: Context, action_id: UUID, *, by: str, now: datetime) -> Action:
    """The owner pressed Done by mistake, a moment ago. Raises as above."""
    with changing(context, action_id, by=by, now=now) as change:
        return change.save(undo(change.before, by=by, now=now), ActionEntryKind.UNDONE)


def move_action(
    context: Context, action_id: UUID, due_on: date, *, by: str, now: datetime, because: Because | None = None
) -> Action:
    """The owner sets another due date, and whoever leads the action is told. Raises as above."""
    with changing(context, action_id, by=by, now=now, refused=AuditEvent.ACTION_MOVE_REFUSED) as change:
        after = move(change.before, due_on, by=by, today=change.today, now=now, because=because)
        return change.save(after, ActionEntryKind.MOVED, because)


def plan_action(context: Context, action_id: UUID, planned_on: date, *, by: str, now: datetime) -> Action:
    """The owner chooses the day on which they will do it. Raises as above."""
    with changing(context, action_id, by=by, now=now) as change:
        return change.save(plan(change.before, planned_on, by=by, today=change.today), ActionEntryKind.PLANNED)


def block_action(context: Context, action_id: UUID, because: Because, *, by: str, now: datetime) -> Action:
    """The owner cannot go on, and whoever leads the action is told. Raises as above."""
    with changing(context, action_id, by=by, now=now) as change:
        return change.save(pause(change.before, Pause.BLOCKED, by=by), ActionEntryKind.BLOCKED, because)


def say_not_mine(context: Context, action_id: UUID, because: Because, *, by: str, now: datetime) -> Action:
    """The owner says that it belongs to somebody else, and whoever leads it is told. Raises as above."""
    with changing(context, action_id, by=by, now=now) as change:
        return change.save(pause(change.before, Pause.NOT_MINE, by=by), ActionEntryKind.NOT_MINE, because)


def go_on(context: Context, action_id: UUID, *, by: str, now: datetime) -> Action:
    """The owner can go on. Raises as above."""
    with changing(context, action_id, by=by, now=now) as change:
        return change.save(resume(change.before, by=by, now=now), ActionEntryKind.UNBLOCKED)
