"""The steps of a delivery, each its own transaction: nothing is posted inside one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.service.service import Role
from bot.usecases import outgoing
from bot.usecases.context import BACKGROUND_SECONDS, Context
from storage import audit
from storage.audit import AuditEvent
from storage.engine.transactions import Database
from storage.outbox import leases, messages, rate_limit
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.rate_limit import Pace


def next_message(
    context: Context, *, urgent: bool, worker: str, lease: timedelta, pace: Pace
) -> tuple[ClaimedMessage, timedelta] | None:
    """Claim the next message that may leave, with how long to wait before it is posted."""
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        now = context.clock.elapsed()
        turn = rate_limit.next_turn(transaction, urgent=urgent, now=now)
        if turn.at - now > _farthest(urgent=urgent, lease=lease, pace=pace):
            return None
        claimed = leases.claim(
            transaction, urgent=urgent, worker=worker, lease=lease, at=turn.at, lane_gap=pace.lane_gap
        )
        if claimed is None:
            return None
        rate_limit.take_turn(transaction, turn, pace, now=now)
        return claimed, turn.at - now


def next_doubt(context: Context, *, worker: str, lease: timedelta) -> ClaimedMessage | None:
    """Claim the next message of which nobody knows whether it was posted."""
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        now = context.clock.elapsed()
        leases.mark_expired_leases_doubtful(transaction, now=now)
        return leases.claim_doubtful(transaction, worker=worker, lease=lease, now=now)


def settle(context: Context, step: Callable[..., bool], delivery: ClaimedMessage, **values: Any) -> bool:  # noqa: ANN401
    """Take one of the outbox's steps; False if the claim had been lost to somebody else."""
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        return step(transaction, delivery, **values)


def pause(context: Context, delivery: ClaimedMessage, *, error: str, seconds: float) -> None:
    """Slack refused because it wants a pause: this message and all others wait, those of other replicas as well."""
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        now = context.clock.elapsed()
        until = now + timedelta(seconds=seconds)
        messages.put_back(transaction, delivery, not_before=until, error=error)
        rate_limit.pause(transaction, until=until, now=now)


def give_up(context: Context, delivery: ClaimedMessage, *, error: str) -> None:
    """Slack will never take it. A card goes to the safety team and the people on call one by one instead."""
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        if not messages.mark_dead(transaction, delivery, error=error):
            return
        # By its target: the safety channel itself may have been changed since the card was queued.
        if delivery.kind == outgoing.CARD and not delivery.to_a_person:
            for letter in _one_by_one(context, delivery):
                messages.put(transaction, letter, now=context.clock.elapsed())
    context.wake_delivery()


def start_over(context: Context, *, grace: timedelta) -> None:
    """At the start of the only process: what the last one was sending is looked into after `grace`."""
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        leases.release_all(transaction, until=context.clock.elapsed() + grace)


def send_again(database: Database, row_id: UUID, *, now: datetime) -> bool:
    """An operator decided that a held or dead message leaves again; False if there is no such message."""
    with database.writing() as transaction:
        found = messages.send_again(transaction, row_id, now=now)
        if found:
            audit.add(transaction, actor="operator", event=AuditEvent.MESSAGE_AGAIN, subject=str(row_id), at=now)
    return found


def _farthest(*, urgent: bool, lease: timedelta, pace: Pace) -> timedelta:
    """How far ahead a turn may be taken. An urgent message waits for every turn that has been taken before it."""
    outlived = lease / 4  # A claim must outlive the waiting and the posting.
    return outlived if urgent else min(outlived, pace.calm_gap)


def _one_by_one(context: Context, delivery: ClaimedMessage) -> list[OutboxMessage]:
    people = {*context.service.with_role(Role.SAFETY_TEAM), *context.service.with_role(Role.ON_CALL)}
    return [
        OutboxMessage(
            delivery.kind, str(delivery.id), target=person.slack_id, subject=delivery.subject, urgent=delivery.urgent
        )
        for person in sorted(people, key=lambda person: person.slack_id)
    ]
