"""Nudges: all of a person's due actions in one message, never twice, and never after an answer."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.actions import Action
from bot.domain.nudges import DAYS_BEFORE, NUDGE_AT, nudge_due
from bot.usecases import letters
from bot.usecases.house import House
from storage import actions, occurrences, outbox
from storage.database import Work

_KIND = "nudge"
A_DAY_AHEAD = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def queue_nudges(house: House, *, now: datetime) -> int:
    """Queue the nudges whose time has come; returns how many messages. A repeated or late call changes nothing."""
    with house.database.reading() as work:
        if not _due_by_owner(work, actions.to_nudge(work, by=_furthest(now), told_by=now.date()), now):
            return 0
    with house.database.writing() as work:
        held = actions.held_to_nudge(work, by=_furthest(now), told_by=now.date())
        first = [due for due in _due_by_owner(work, held, now).values() if _first_today(work, due, now)]
        for due in first:
            _queue(work, house, due, now)
    house.wake_delivery()
    return len(first)


def _due_by_owner(work: Work, owed: list[Action], now: datetime) -> dict[str, list[Action]]:
    """The actions to remind each owner of. However late, nobody is written to before 10:00 where they are."""
    by_owner: dict[str, list[Action]] = defaultdict(list)
    for action in owed:
        local = now.astimezone(ZoneInfo(action.owner_zone))
        if nudge_due(action, now=now) and local.time() >= NUDGE_AT and not _written_to(work, action, local.date()):
            by_owner[action.owner].append(action)
    return by_owner


def _furthest(now: datetime) -> date:
    return now.date() + A_DAY_AHEAD + DAYS_BEFORE  # Wherever the date is ahead of ours.


def _written_to(work: Work, action: Action, day: date) -> bool:
    return occurrences.happened(work, _KIND, subject=action.owner, local_key=day.isoformat())


def _first_today(work: Work, due: list[Action], now: datetime) -> bool:
    """Whether no other replica writes to this owner at this moment."""
    local_key = _local_day(due, now).isoformat()
    return occurrences.first_time(work, _KIND, subject=due[0].owner, local_key=local_key, now=now)


def _local_day(due: list[Action], now: datetime) -> date:
    return now.astimezone(ZoneInfo(due[0].owner_zone)).date()


def _queue(work: Work, house: House, due: list[Action], now: datetime) -> None:
    for action in due:
        actions.change_state(work, action.model_copy(update={"nudged": nudge_due(action, now=now)}))
    outbox.put(work, letters.nudge(due, local_day=_local_day(due, now)), now=house.clock.elapsed())
