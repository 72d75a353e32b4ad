"""Asks Slack each minute whose notifications are paused, so that a ladder knows it without asking.

It has a thread of its own: a rung waits for nothing. What Slack does not tell is not known.
"""

import logging
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.domain.service.quiet_hours import Pause, QuietHours, who_may_be_asked
from bot.usecases.context import Context

_log = logging.getLogger("candour.quiet_hours")
EVERY = timedelta(minutes=1)
_BELIEVED = timedelta(minutes=15)
"""So long what Slack told last is taken for true, if it does not answer any more."""
_PEOPLE_AT_ONCE = 50
"""Slack takes no more in one call, and 20 calls a minute."""
_CALLS_AT_ONCE = 10


class QuietHoursReader:
    """From `start` to `stop`. It looks at the time every `seconds`."""

    def __init__(self, context: Context, client: WebClient, *, seconds: float) -> None:
        self._context = context
        self._client = client
        self._seconds = seconds
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._asked_at: datetime | None = None
        self._told_at: datetime | None = None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=5)

    def look(self) -> None:
        """Ask, if a minute has passed, or the clock was put back."""
        now = self._context.clock.now()
        if self._asked_at and timedelta() <= now - self._asked_at < EVERY:
            return
        self._asked_at = now
        try:
            pauses = self._ask(who_may_be_asked(self._context.service), now)
        except Exception as error:  # noqa: BLE001 - whatever it was, nothing waits for it
            _log.info("Slack did not tell whose notifications are paused: %(error)s", {"error": type(error).__name__})
            if self._told_at and not timedelta() <= now - self._told_at < _BELIEVED:
                self._context.quiet_hours = QuietHours()
            return
        self._told_at = now
        self._context.quiet_hours = QuietHours(pauses)

    def _ask(self, people: tuple[str, ...], now: datetime) -> dict[str, tuple[Pause, ...]]:
        pauses: dict[str, tuple[Pause, ...]] = {}
        for start in range(0, min(len(people), _CALLS_AT_ONCE * _PEOPLE_AT_ONCE), _PEOPLE_AT_ONCE):
            answer = self._client.dnd_teamInfo(users=list(people[start : start + _PEOPLE_AT_ONCE]))
            told: Mapping[str, Mapping[str, Any]] = answer["users"]
            pauses |= {person: _pauses(settings, now) for person, settings in told.items()}
        return pauses

    def _run(self) -> None:
        while not self._stopping.is_set():
            self.look()
            self._stopping.wait(self._seconds)


def _pauses(told: Mapping[str, Any], now: datetime) -> tuple[Pause, ...]:
    """The quiet hours, the present or the next ones; and the pause that somebody made for now, if Slack tells it."""
    found = []
    if told["dnd_enabled"]:
        found.append((_moment(told["next_dnd_start_ts"]), _moment(told["next_dnd_end_ts"])))
    if told.get("snooze_enabled"):
        found.append((now, _moment(told["snooze_endtime"])))
    return tuple(found)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
