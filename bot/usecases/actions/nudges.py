"""Nudges: all of a person's due actions in one message, never twice, and never after an answer."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from bot.domain.actions.action import Stage
from bot.domain.actions.nudges import DAYS_BEFORE, NUDGE_AT, ActionDates, nudge_due
from bot.usecases import outgoing
from bot.usecases.context import BACKGROUND_SECONDS, Context
from storage import actions, occurrences
from storage.engine.transactions import Transaction
from storage.occurrences import Key
from storage.outbox import messages

_KIND = "nudge"
A_DAY_AHEAD = timedelta(days=1)
"""Somewhere it is tomorrow already."""

Due = dict[Key, list[tuple[ActionDates, Stage]]]
"""What is due, by its owner and by the date where the owner is: one message for each."""


def queue_nudges(context: Context, *, now: datetime) -> int:
    """Queue the nudges whose time has come; returns how many messages. A repeated or late call changes nothing."""
    with context.database.reading() as transaction:
        due = _due(actions.to_nudge(transaction, **_owed_by(now)), now)
        if due.keys() <= occurrences.among(transaction, _KIND, due.keys()):
            return 0
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        due = _due(actions.held_to_nudge(transaction, **_owed_by(now)), now)
        first = occurrences.first_times(transaction, _KIND, due.keys(), now=now)
        _queue(transaction, context, {key: due[key] for key in first})
    context.wake_delivery()
    return len(first)


def _due(owed: Iterable[ActionDates], now: datetime) -> Due:
    """However late, nobody is written to before 10:00 where they are."""
    due: Due = defaultdict(list)
    for each in owed:
        local, stage = now.astimezone(ZoneInfo(each.owner_zone)), nudge_due(each, now=now)
        if stage and local.time() >= NUDGE_AT:
            due[each.owner, local.date().isoformat()].append((each, stage))
    return due


def _queue(transaction: Transaction, context: Context, due: Due) -> None:
    for stage in Stage:
        nudged = [each.id for each, its_stage in chain(*due.values()) if its_stage is stage]
        actions.mark_nudged(transaction, nudged, stage)
    reminders = [outgoing.nudge([each for each, _ in owed], local_day=day) for (_, day), owed in due.items()]
    messages.put_all(transaction, reminders, now=context.clock.elapsed())


def _owed_by(now: datetime) -> dict[str, date]:
    """By when an action must be due for a first nudge, and for one after the owner was told, to be owed now."""
    latest_today = now.date() + A_DAY_AHEAD
    return {"by": latest_today + DAYS_BEFORE, "told_by": now.date()}
