"""The steps of a delivery, each its own transaction: nothing is posted inside one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.service.service import Role
from bot.usecases import outgoing
from bot.usecases.context import PATIENCE, House
from storage import audit
from storage.engine.transactions import Database
from storage.outbox import leases, messages, rate_limit
from storage.outbox.messages import Delivery, Letter
from storage.outbox.rate_limit import Pace


def next_letter(
    house: House, *, urgent: bool, worker: str, lease: timedelta, pace: Pace
) -> tuple[Delivery, timedelta] | None:
    """Claim the next message that may leave, with how long to wait before it is posted."""
    with house.database.writing(wait=PATIENCE) as work:
        now = house.clock.elapsed()
        turn = rate_limit.next_turn(work, urgent=urgent, now=now)
        if turn.at - now > _farthest(urgent=urgent, lease=lease, pace=pace):
            return None
        claimed = leases.claim(work, urgent=urgent, worker=worker, lease=lease, at=turn.at, lane_gap=pace.lane_gap)
        if claimed is None:
            return None
        rate_limit.take_turn(work, turn, pace, now=now)
        return claimed, turn.at - now


def next_doubt(house: House, *, worker: str, lease: timedelta) -> Delivery | None:
    """Claim the next message of which nobody knows whether it was posted."""
    with house.database.writing(wait=PATIENCE) as work:
        now = house.clock.elapsed()
        leases.doubt_abandoned(work, now=now)
        return leases.claim_doubtful(work, worker=worker, lease=lease, now=now)


def settle(house: House, step: Callable[..., bool], delivery: Delivery, **values: Any) -> bool:  # noqa: ANN401
    """Take one of the outbox's steps; False if the claim had been lost to somebody else."""
    with house.database.writing(wait=PATIENCE) as work:
        return step(work, delivery, **values)


def pause(house: House, delivery: Delivery, *, error: str, seconds: float) -> None:
    """Slack refused because it wants a pause: this message and all others wait, those of other replicas as well."""
    with house.database.writing(wait=PATIENCE) as work:
        now = house.clock.elapsed()
        until = now + timedelta(seconds=seconds)
        messages.put_back(work, delivery, not_before=until, error=error)
        rate_limit.pause(work, until=until, now=now)


def give_up(house: House, delivery: Delivery, *, error: str) -> None:
    """Slack will never take it. A card goes to the safety team and the people on call one by one instead."""
    with house.database.writing(wait=PATIENCE) as work:
        if not messages.mark_dead(work, delivery, error=error):
            return
        # By its target: the safety channel itself may have been changed since the card was queued.
        if delivery.kind == outgoing.CARD and not delivery.to_a_person:
            for letter in _one_by_one(house, delivery):
                messages.put(work, letter, now=house.clock.elapsed())
    house.wake_delivery()


def start_over(house: House, *, grace: timedelta) -> None:
    """At the start of the only process: what the last one was sending is looked into after `grace`."""
    with house.database.writing(wait=PATIENCE) as work:
        leases.release_all(work, until=house.clock.elapsed() + grace)


def send_again(database: Database, row_id: UUID, *, now: datetime) -> bool:
    """An operator decided that a held or dead message leaves again; False if there is no such message."""
    with database.writing() as work:
        found = messages.send_again(work, row_id, now=now)
        if found:
            audit.add(work, actor="operator", action="message.again", subject=str(row_id), at=now)
    return found


def _farthest(*, urgent: bool, lease: timedelta, pace: Pace) -> timedelta:
    """How far ahead a turn may be taken. An urgent message waits for every turn that has been taken before it."""
    outlived = lease / 4  # A claim must outlive the waiting and the posting.
    return outlived if urgent else min(outlived, pace.calm_gap)


def _one_by_one(house: House, delivery: Delivery) -> list[Letter]:
    people = {*house.service.with_role(Role.SAFETY_TEAM), *house.service.with_role(Role.ON_CALL)}
    return [
        Letter(
            delivery.kind, str(delivery.id), target=person.slack_id, subject=delivery.subject, urgent=delivery.urgent
        )
        for person in sorted(people, key=lambda person: person.slack_id)
    ]
