"""Nudges: all of a person's due actions in one message, never twice, and never after an answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.actions.action import FURTHEST as FURTHEST_DUE_DATE
from bot.domain.actions.action import Action, Stage
from bot.domain.actions.nudges import NUDGE_AT, ActionDates, next_nudge, nudge_due
from bot.domain.calendar import at_local, known_zone
from bot.domain.service.service import Service
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import actions, due, occurrences
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.occurrences import Key

KIND = outgoing.Nudge.KIND
WHAT = "a reminder of the action"
FURTHEST = FURTHEST_DUE_DATE + timedelta(days=14)
"""After the due date come at most the days off around a holiday, and the day that is tomorrow already elsewhere."""
WHEN_LATE: WhenLate = AtOnce()
_DAY = timedelta(days=1)

Reminders = dict[Key, list[tuple[ActionDates, Stage]]]
"""What is due, by its owner and by the date where the owner is: one message for each."""


def schedule(transaction: Transaction, action: Action, service: Service) -> None:
    """Write when the owner is next reminded of this action. Part of each transaction that changes the action."""
    row = _next(_in_a_known_zone(ActionDates.of(action), service))
    if row:
        due.put(transaction, [row])
    else:
        due.remove(transaction, KIND, [str(action.id)])


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One message for each owner and day. However late, nobody is written to before 10:00 where they are."""
    due_rows = {UUID(row.subject): row for row in rows}
    dates = [_in_a_known_zone(each, context.service) for each in actions.take_dates(transaction, list(due_rows))]
    reminders = _reminders(dates, now)
    first = set(occurrences.first_times(transaction, KIND, reminders.keys(), now=now))
    sent = {key: reminders[key] for key in first}
    for stage in Stage:
        actions.mark_nudged(
            transaction, [each.id for each, its_stage in chain(*sent.values()) if its_stage is stage], stage
        )
    messages = [outgoing.nudge([each for each, _ in sent[key]], local_day=key[1]) for key in sorted(first)]
    nudged = {each.id: stage for each, stage in chain(*sent.values())}
    following = [_after(each, nudged.get(each.id), now) for each in dates]
    return DueResult(messages, [*filter(None, following), *_being_changed(transaction, due_rows, dates)])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that agree, move and complete an action write its row."""


def _reminders(dates: Sequence[ActionDates], now: datetime) -> Reminders:
    due_now: Reminders = defaultdict(list)
    days = {zone: _day_to_nudge(now, zone) for zone in {each.owner_zone for each in dates}}
    for each in dates:
        day, stage = days[each.owner_zone], nudge_due(each, now=now)
        if day and stage:
            due_now[each.owner, day].append((each, stage))
    return due_now


def _day_to_nudge(now: datetime, zone: str) -> str | None:
    """The date there; None before 10:00."""
    local = now.astimezone(ZoneInfo(zone))
    return local.date().isoformat() if local.time() >= NUDGE_AT else None


def _after(each: ActionDates, sent: Stage | None, now: datetime) -> DueTime | None:
    """When it comes next. What could not be sent now, since it is early or today's message is sent: at 10:00."""
    if sent or not nudge_due(each, now=now):
        return _next(each._replace(nudged=sent or each.nudged))
    zone = ZoneInfo(each.owner_zone)
    local = now.astimezone(zone)
    day = local.date() if local.time() < NUDGE_AT else local.date() + _DAY
    return DueTime(KIND, str(each.id), at_local(day, NUDGE_AT, zone))


def _next(each: ActionDates) -> DueTime | None:
    moment = next_nudge(each)
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
