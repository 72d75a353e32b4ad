"""Nudges and offers of help: all that a person is to be told in one message a day, and never after an answer."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.actions.action import FURTHEST as FURTHEST_DUE_DATE
from bot.domain.actions.action import Action, Stage
from bot.domain.actions.lead import lead_of
from bot.domain.actions.nudges import ActionDates, day_to_write, next_opening, next_time, nudge_due, offer_due
from bot.domain.calendar import known_zone
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import actions, due, occurrences
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.occurrences import Key
from storage.outbox.messages import OutboxMessage

KIND = outgoing.Nudge.KIND
WHAT = "a reminder of the action"
FURTHEST = FURTHEST_DUE_DATE + timedelta(days=21)
"""After the due date come five days, the days off around a holiday, and the day that is tomorrow elsewhere."""
WHEN_LATE: WhenLate = AtOnce()

Nudges = dict[Key, list[tuple[ActionDates, Stage]]]
"""What is due, by its owner and by the date where the owner is: one message for each."""
Offers = dict[Key, list[ActionDates]]
"""What is late, by whoever leads it and by the date there."""


def schedule(transaction: Transaction, action: Action, service: Service) -> None:
    """Write when somebody is next reminded of this action. Part of each transaction that changes the action."""
    row = _next(_in_a_known_zone(ActionDates.of(action), service), service)
    if row:
        due.put(transaction, [row])
    else:
        due.remove(transaction, KIND, [str(action.id)])


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One message for each person and day. However late, nobody is written to outside their working hours."""
    due_rows = {UUID(row.subject): row for row in rows}
    dates = [_in_a_known_zone(each, context.service) for each in actions.take_dates(transaction, list(due_rows))]
    nudges, offers = _nudges(dates, now), _offers(dates, context.service, now)
    first = set(occurrences.first_times(transaction, KIND, {**nudges, **offers}.keys(), now=now))
    nudged = {each.id: stage for key in first for each, stage in nudges.get(key, ())}
    offered = {each.id for key in first - nudges.keys() for each in offers[key]}
    for stage in Stage:
        actions.mark_nudged(transaction, [each for each, its_stage in nudged.items() if its_stage is stage], stage)
    actions.mark_offered(transaction, sorted(offered), now=now)
    messages = [_message(key, nudges, offers) for key in sorted(first)]
    dates = [_told(each, nudged, offered, now) for each in dates]
    after = [_after(each, context.service, now) for each in dates]
    return DueResult(messages, [*filter(None, after), *_being_changed(transaction, due_rows, dates)])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that change an action write its row."""


def _message(key: Key, nudges: Nudges, offers: Offers) -> OutboxMessage:
    """A nudge goes before an offer to the same person, which waits for their next working day."""
    person, day = key
    if key in nudges:
        return outgoing.nudge([each for each, _ in nudges[key]], local_day=day)
    return outgoing.offer(offers[key], to=person, local_day=day)


def _nudges(dates: Sequence[ActionDates], now: datetime) -> Nudges:
    due_now: Nudges = defaultdict(list)
    days = {zone: day_to_write(now, ZoneInfo(zone)) for zone in {each.owner_zone for each in dates}}
    for each in dates:
        day, stage = days[each.owner_zone], nudge_due(each, now=now)
        if day and stage:
            due_now[each.owner, day.isoformat()].append((each, stage))
    return due_now


def _offers(dates: Sequence[ActionDates], service: Service, now: datetime) -> Offers:
    """Where the lead is is not known: it is taken to be where the service is."""
    due_now: Offers = defaultdict(list)
    day = day_to_write(now, service.zone)
    for each in dates:
        lead = lead_of(each, service)
        if day and lead and offer_due(each, service.zone, now=now):
            due_now[lead, day.isoformat()].append(each)
    return due_now


def _told(each: ActionDates, nudged: Mapping[UUID, Stage], offered: Collection[UUID], now: datetime) -> ActionDates:
    """The action as it is once these messages are queued."""
    if each.id in nudged:
        each = each._replace(nudged=nudged[each.id], nudges=each.nudges + 1)
    return each._replace(offered_at=now) if each.id in offered else each


def _after(each: ActionDates, service: Service, now: datetime) -> DueTime | None:
    """When it comes next. What could not be sent now waits until working hours begin again."""
    row = _next(each, service)
    if row is None or row.due_at > now:
        return row
    waiting = [ZoneInfo(each.owner_zone)] if nudge_due(each, now=now) else []
    if offer_due(each, service.zone, now=now):
        waiting.append(service.zone)
    return row._replace(due_at=min((next_opening(now, zone) for zone in waiting), default=now))


def _next(each: ActionDates, service: Service) -> DueTime | None:
    moment = next_time(each, service.zone)
    return DueTime(KIND, str(each.id), moment) if moment else None


def _being_changed(
    transaction: Transaction, due_rows: dict[UUID, DueTime], dates: Iterable[ActionDates]
) -> list[DueTime]:
    """The rows of actions that somebody changes at this moment: they stay as they are, for the next tick."""
    others = due_rows.keys() - {each.id for each in dates}
    return [due_rows[action_id] for action_id in actions.present(transaction, list(others))]


def _in_a_known_zone(each: ActionDates, service: Service) -> ActionDates:
    """A zone that this machine does not know is taken to be the service's."""
    zone = known_zone(each.owner_zone, otherwise=service.zone).key
    return each if zone == each.owner_zone else each._replace(owner_zone=zone)
