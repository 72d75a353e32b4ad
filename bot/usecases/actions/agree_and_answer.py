"""Actions are agreed by the safety team, and read by their owner."""

from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.actions.action import Action, ActionForm, chosen_checker, due_date
from bot.domain.calendar import known_zone, local_date
from bot.domain.service.access import Act
from bot.usecases.actions import new_actions, nudges
from bot.usecases.context import Context
from bot.usecases.permissions import NotFound, judged
from storage import actions, audit, integrity
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import copies
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
            new_actions.schedule(transaction, action.owner, now=now)
            _record_agreed(transaction, action, now=now)
    return action


def copies_of_action(context: Context, action_id: UUID) -> list[MessageCopy]:
    """Every message that shows the action."""
    with context.database.reading() as transaction:
        return copies.copies_of(transaction, action_id)


def current_action(context: Context, action_id: UUID) -> Action:
    """The action as it is now, to bring up to date what people see of it. Raises `NotFound`."""
    with context.database.reading() as transaction:
        action = actions.find(transaction, action_id)
    if action is None:
        raise NotFound
    return action


def own_action(context: Context, action_id: UUID, *, by: str) -> Action:
    """An action as its owner sees it. Raises `NotFound`, also for anyone else."""
    action = current_action(context, action_id)
    if action.owner != by:
        with context.database.writing() as transaction:
            event, subject = AuditEvent.ACTION_MOVE_REFUSED, str(action_id)
            audit.add(transaction, actor=by, event=event, subject=subject, at=context.clock.now())
        raise NotFound
    return action


def _record_agreed(transaction: Transaction, action: Action, *, now: datetime) -> None:
    """Record what the action says from now on, so that a later change without an entry is found."""
    digest, report = integrity.action_digest(transaction, action), str(action.report_id)
    event, subject = AuditEvent.ACTION_AGREED, str(action.id)
    audit.add(transaction, actor=action.agreed_by, event=event, subject=subject, at=now, digest=digest, report=report)


def _new(form: ActionForm, report_id: UUID, *, by: str, owner_zone: str, now: datetime) -> Action:
    checker = chosen_checker(form, agreed_by=by)
    return Action(
        **form.model_dump(exclude={"checker"}),
        id=uuid4(),
        report_id=report_id,
        owner_zone=owner_zone,
        checker=checker,
        due_set_at=now,
        agreed_by=by,
        agreed_at=now,
    )
