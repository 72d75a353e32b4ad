"""The steps of a delivery, each its own transaction: nothing is posted inside one.

Each step that settles a claimed message returns False if the lease had been lost to somebody else.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from uuid import UUID

from bot.usecases.context import BACKGROUND_SECONDS, Context
from storage import audit
from storage.audit import AuditEvent
from storage.engine.transactions import Database, Transaction
from storage.outbox import leases, messages, rate_limit
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import FARTHEST_SLOT, LONGEST_PAUSE, RateLimit


def claim_next(
    context: Context, *, priority: Priority, worker: str, lease: timedelta, limit: RateLimit
) -> tuple[ClaimedMessage, timedelta] | None:
    """Claim the next message that may leave, with how long to wait before it is posted."""
    with _transaction(context) as transaction:
        now = context.clock.elapsed()
        slot = rate_limit.next_slot(transaction, priority=priority, limit=limit, now=now)
        if slot.at - now > _farthest(priority, lease=lease, limit=limit):
            return None
        claimed = leases.claim(
            transaction,
            priority=priority,
            worker=worker,
            lease=lease,
            at=slot.at,
            recipient_gap=limit.recipient_gap,
        )
        if claimed is None:
            return None
        rate_limit.book_slot(transaction, slot, limit, now=now)
        return claimed, slot.at - now


def claim_next_doubtful(context: Context, *, worker: str, lease: timedelta) -> ClaimedMessage | None:
    """Claim the next message that may or may not have been posted."""
    with _transaction(context) as transaction:
        now = context.clock.elapsed()
        leases.mark_expired_leases_doubtful(transaction, now=now)
        return leases.claim_doubtful(transaction, worker=worker, lease=lease, now=now)


def bring_forward(context: Context, waits: Mapping[Priority, timedelta]) -> int:
    """Messages may leave now whose waiting times were written while the clock was ahead; returns how many."""
    with _transaction(context) as transaction:
        found = leases.bring_forward(transaction, waits, now=context.clock.elapsed())
    if found:
        context.wake_delivery()
    return found


def confirm(context: Context, claimed: ClaimedMessage, *, slack_ts: str) -> bool:
    """It stands in Slack."""
    with _transaction(context) as transaction:
        return messages.mark_sent(transaction, claimed, slack_ts=slack_ts)


def drop(context: Context, claimed: ClaimedMessage) -> bool:
    """Nothing is left to say."""
    with _transaction(context) as transaction:
        return messages.mark_dropped(transaction, claimed)


def hold(context: Context, claimed: ClaimedMessage, *, error: str) -> bool:
    """A person must decide."""
    with _transaction(context) as transaction:
        return messages.mark_held(transaction, claimed, error=error)


def try_again(context: Context, claimed: ClaimedMessage, *, error: str, seconds: float = 0) -> bool:
    """It was definitely not posted: it may leave again after so many seconds."""
    with _transaction(context) as transaction:
        return messages.put_back(transaction, claimed, not_before=_after(context, seconds), error=error)


def pause(context: Context, claimed: ClaimedMessage, *, error: str, seconds: float, longest: float) -> None:
    """Slack refused because it wants a pause: this message and all others wait, those of other replicas as well.

    However long Slack asks for, this message waits no longer than `longest` seconds.
    """
    with _transaction(context) as transaction:
        messages.put_back(transaction, claimed, not_before=_after(context, min(seconds, longest)), error=error)
        until = _after(context, min(seconds, LONGEST_PAUSE.total_seconds()))
        rate_limit.pause(transaction, until=until, now=context.clock.elapsed())


def repeat(context: Context, claimed: ClaimedMessage, *, error: str) -> bool:
    """It may have been posted and cannot wait: it leaves again now, and says that it may be a repeat."""
    with _transaction(context) as transaction:
        repeated = messages.put_back_to_repeat(transaction, claimed, not_before=_after(context, 0), error=error)
    context.wake_delivery()
    return repeated


def look_for_it(context: Context, claimed: ClaimedMessage, *, error: str, seconds: float) -> bool:
    """It may have been posted: look for it after so many seconds."""
    with _transaction(context) as transaction:
        return messages.mark_doubtful(transaction, claimed, not_before=_after(context, seconds), error=error)


def look_once_more(context: Context, claimed: ClaimedMessage, *, seconds: float) -> bool:
    """It was looked for and not found, and history may lag: look again after so many seconds."""
    with _transaction(context) as transaction:
        return messages.mark_absent(transaction, claimed, not_before=_after(context, seconds))


def give_up(context: Context, claimed: ClaimedMessage, *, error: str, fallback: Iterable[OutboxMessage] = ()) -> bool:
    """Slack will never take it. The messages of `fallback` leave in its place."""
    with _transaction(context) as transaction:
        given_up = messages.mark_dead(transaction, claimed, error=error)
        if given_up:
            messages.put_all(transaction, fallback, now=context.clock.elapsed())
    if given_up:
        context.wake_delivery()
    return given_up


def replace(context: Context, claimed: ClaimedMessage, *, by: Iterable[OutboxMessage]) -> bool:
    """Other messages leave in its place, and say the same."""
    with _transaction(context) as transaction:
        replaced = messages.mark_dropped(transaction, claimed)
        if replaced:
            messages.put_all(transaction, by, now=context.clock.elapsed())
    if replaced:
        context.wake_delivery()
    return replaced


def start_over(context: Context, *, grace: timedelta) -> None:
    """At the start of the only process: look after `grace` for what the last process was sending."""
    with _transaction(context) as transaction:
        leases.release_all(transaction, until=context.clock.elapsed() + grace)


def send_again(database: Database, row_id: UUID, *, now: datetime) -> bool:
    """An operator decided that a held or dead message leaves again; False if there is no such message."""
    with database.writing() as transaction:
        found = messages.send_again(transaction, row_id, now=now)
        if found:
            audit.add(transaction, actor="operator", event=AuditEvent.MESSAGE_AGAIN, subject=str(row_id), at=now)
    return found


def _transaction(context: Context) -> AbstractContextManager[Transaction]:
    return context.database.writing(wait=BACKGROUND_SECONDS)


def _after(context: Context, seconds: float) -> datetime:
    return context.clock.elapsed() + timedelta(seconds=seconds)


def _farthest(priority: Priority, *, lease: timedelta, limit: RateLimit) -> timedelta:
    """The longest we book a slot in advance. Urgent messages queue behind booked slots, so keep it short."""
    outlived = min(lease / 4, FARTHEST_SLOT)  # A claim must outlive the waiting and the posting.
    return outlived if priority is Priority.URGENT else min(outlived, limit.normal_gap_while_urgent_waits)
