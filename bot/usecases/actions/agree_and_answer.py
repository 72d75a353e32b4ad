"""Actions: agreed by the safety team, answered by their owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID, uuid4

from bot.domain.actions.action import Action, ActionForm, ActionReason, ActionRefused, complete, due_date, move
from bot.domain.calendar import known_zone, local_date
from bot.domain.service.access import Act
from bot.usecases import outgoing
from bot.usecases.actions import nudges
from bot.usecases.context import Context
from bot.usecases.permissions import NotFound, judged
from storage import actions, audit, integrity
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import copies, messages
from storage.outbox.copies import MessageCopy


@retry_on_conflict
def agree_action(
    context: Context, form: ActionForm, *, report_id: UUID, key: str, by: str, owner_zone: str
) -> Action:
    """Make an action of a report, once for each `key`. Raises `NotForYou`, `NotFound` or `ActionRefused`."""
    now = context.clock.now()
    zone = known_zone(owner_zone, otherwise=context.service.zone)
    with judged(context, by=by, now=now) as judge:
        judge.incident(report_id, Act.AGREE_ACTION)
        transaction = judge.transaction
        submission = transaction.keyed_hash("form", key)
        action = actions.find_by_submission(transaction, submission)
        if action is None:
            due_date(form.due_on, today=local_date(now, zone))
            action = _new(form, report_id, by=by, owner_zone=zone.key, now=now)
            actions.add(transaction, action, submission=submission)
            nudges.schedule(transaction, action, context.service)
            _record_change(transaction, AuditEvent.ACTION_AGREED, action, by=by, now=now, report=str(report_id))
            messages.put(transaction, outgoing.assigned(action), now=context.clock.elapsed())
    context.wake_delivery()
    return action


def complete_action(context: Context, action_id: UUID, *, by: str, now: datetime) -> Action:
    """The owner says that it is done. Raises `NotFound` or `ActionRefused`."""
    with (
        _record_refusal(context, AuditEvent.ACTION_DONE_REFUSED, action_id, by=by, now=now),
        context.database.writing() as transaction,
    ):
        before = _get_for_update(transaction, action_id)
        after = complete(before, by=by, now=now)
        if after != before:
            actions.change_state(transaction, after)
            nudges.schedule(transaction, after, context.service)
            _record_change(transaction, AuditEvent.ACTION_DONE, after, by=by, now=now)
    return after


def move_action(context: Context, action_id: UUID, due_on: date, *, by: str, now: datetime) -> Action:
    """The owner sets another due date. Raises `NotFound` or `ActionRefused`."""
    with (
        _record_refusal(context, AuditEvent.ACTION_MOVE_REFUSED, action_id, by=by, now=now),
        context.database.writing() as transaction,
    ):
        before = _get_for_update(transaction, action_id)
        today = local_date(now, known_zone(before.owner_zone, otherwise=context.service.zone))
        after = move(before, due_on, by=by, today=today, now=now)
        actions.change_state(transaction, after)
        nudges.schedule(transaction, after, context.service)
        dates = {"due": due_on.isoformat(), "due_before": before.due_on.isoformat()}
        _record_change(transaction, AuditEvent.ACTION_MOVED, after, by=by, now=now, **dates)
    return after


def copies_of_action(context: Context, action_id: UUID) -> list[MessageCopy]:
    """Every message that shows the action."""
    with context.database.reading() as transaction:
        return copies.copies_of(transaction, action_id)


def own_action(context: Context, action_id: UUID, *, by: str) -> Action:
    """An action as its owner sees it. Raises `NotFound`, also for anyone else."""
    with context.database.reading() as transaction:
        action = actions.find(transaction, action_id)
    if action is None:
        raise NotFound
    if action.owner != by:
        _record(context, AuditEvent.ACTION_MOVE_REFUSED, action_id, by=by, now=context.clock.now())
        raise NotFound
    return action


@contextmanager
def _record_refusal(
    context: Context, refused: AuditEvent, action_id: UUID, *, by: str, now: datetime
) -> Iterator[None]:
    """Record in a transaction of its own that somebody else tried what only the owner may do."""
    try:
        yield
    except ActionRefused as refusal:
        if refusal.reason is ActionReason.NOT_THE_OWNER:
            _record(context, refused, action_id, by=by, now=now)
        raise


def _record_change(
    transaction: Transaction, event: AuditEvent, action: Action, *, by: str, now: datetime, **detail: str
) -> None:
    """Record what the action says from now on, so that a later change without an entry is found."""
    digest = integrity.action_digest(transaction, action)
    audit.add(transaction, actor=by, event=event, subject=str(action.id), at=now, digest=digest, **detail)


def _record(context: Context, refused: AuditEvent, action_id: UUID, *, by: str, now: datetime) -> None:
    with context.database.writing() as transaction:
        audit.add(transaction, actor=by, event=refused, subject=str(action_id), at=now)


def _get_for_update(transaction: Transaction, action_id: UUID) -> Action:
    action = actions.get_for_update(transaction, action_id)
    if action is None:
        raise NotFound
    return action


def _new(form: ActionForm, report_id: UUID, *, by: str, owner_zone: str, now: datetime) -> Action:
    return Action(
        **form.model_dump(),
        id=uuid4(),
        report_id=report_id,
        owner_zone=owner_zone,
        due_set_at=now,
        agreed_by=by,
        agreed_at=now,
    )
