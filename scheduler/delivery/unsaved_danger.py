"""Tells of danger that could not be saved: the danger channel, which is told when saving works again, and the pager.

All of it is in memory, because the database may be what does not work: a program that ends here has told what it
could. Each replica tells of what was sent to it.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID, uuid4

from slack_sdk import WebClient

from bot.domain.incidents.unsaved import UnsavedDanger
from bot.runtime.paging import NotPaged
from bot.usecases.context import Context
from bot.views.kit.blocks import Message
from bot.views.shared import unsaved_danger
from scheduler.delivery import slack_errors
from scheduler.delivery.pager import Pager
from scheduler.delivery.slack_calls import SlackCalls
from scheduler.delivery.slack_errors import Verdict
from storage.engine.write_probe import prove_a_write

_log = logging.getLogger("candour.unsaved")
_LONGEST_PAUSE = 30.0
_MOST_DOUBTS = 3
"""So often it is posted where no answer comes. Each time but the first it says that it may be a repeat."""
_STOPS_WITHIN = 15.0


class _Composed(Protocol):
    def __call__(self, *, may_repeat: bool, now: datetime) -> Message: ...


@dataclass
class _Post:
    """A message on its way: where it may still go, and how often nobody could tell whether it arrived."""

    compose: _Composed
    targets: list[str]
    id: UUID = field(default_factory=uuid4)
    doubts: int = 0
    not_before: float = 0.0

    @property
    def may_leave(self) -> bool:
        return time.monotonic() >= self.not_before

    @property
    def is_over(self) -> bool:
        return not self.targets or self.doubts >= _MOST_DOUBTS


class UnsavedDangerPoster:
    """Has a thread of its own, from `start` to `stop`. It looks every `seconds` while there is something to say.

    The calls have another, because neither Slack nor a receiver that does not answer may keep the other waiting.
    """

    def __init__(self, context: Context, client: WebClient, *, seconds: float, pager: Pager | None) -> None:
        self._context = context
        self._calls = SlackCalls(client)
        self._pager = pager
        self._ringing = ThreadPoolExecutor(1, thread_name_prefix="unsaved-danger")
        self._seconds = seconds
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._waiting: list[_Post] = []
        self._minutes: dict[str, datetime] = {}
        self._teams: set[str] = set()
        self._only_a_report_shows_it = False

    def start(self) -> None:
        self._context.danger_not_saved = self.tell
        self._context.report_saved = self.report_saved
        self._thread.start()

    def stop(self) -> None:
        """Say what is left to say, once. A call that has not begun by then is not made."""
        self._stopping.set()
        self._wake.set()
        self._thread.join(timeout=_STOPS_WITHIN)
        self._ringing.shutdown(cancel_futures=True)

    def tell(self, danger: UnsavedDanger) -> None:
        """Post it soon, and ring: at most once for each team and minute, because people press Send again."""
        with self._lock:
            self._teams.add(danger.team)
            self._only_a_report_shows_it |= not danger.by_database
            is_new = self._is_first_of_its_minute(danger)
            if is_new:
                self._waiting.append(self._post(partial(unsaved_danger.not_saved, danger, self._context.service)))
        self._wake.set()
        if is_new and self._pager:
            self._ringing.submit(_ring_once, self._pager)

    def _is_first_of_its_minute(self, danger: UnsavedDanger) -> bool:
        minute = danger.at.replace(second=0, microsecond=0)
        last, self._minutes[danger.team] = self._minutes.get(danger.team), minute
        return last != minute

    def report_saved(self) -> None:
        """A report was saved: whatever was wrong, saving works."""
        self._only_a_report_shows_it = False

    def step(self) -> None:
        """Post what waits; when all has left, and saving works again, say so."""
        with self._lock:
            leaving = [post for post in self._waiting if post.may_leave]
        for post in leaving:
            self._send(post)
        with self._lock:
            self._waiting = [post for post in self._waiting if not post.is_over]
            if self._waiting or not self._teams or self._only_a_report_shows_it:
                return
        if self._takes_a_write():
            self._say_that_it_works_again()

    def _say_that_it_works_again(self) -> None:
        with self._lock:
            teams, self._teams = self._teams, set()
            self._waiting.append(self._post(partial(unsaved_danger.works_again, teams, self._context.service)))
        self._wake.set()

    def _post(self, compose: _Composed) -> _Post:
        service = self._context.service
        return _Post(compose, list(dict.fromkeys([service.danger_channel, service.safety_channel])))

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.wait(self._seconds if self._waiting or self._teams else None)
            self._wake.clear()
            _with_failures_logged(self.step)

    def _send(self, post: _Post) -> None:
        message = post.compose(may_repeat=post.doubts > 0, now=self._context.clock.now())
        try:
            self._calls.post_from_memory(post.targets[0], message, post.id)
        except Exception as error:  # noqa: BLE001 - whatever it was, `slack_errors` says what it means
            self._not_confirmed(post, error)
        else:
            post.targets.clear()

    def _not_confirmed(self, post: _Post, error: Exception) -> None:
        failure = slack_errors.classify(error)
        match failure.verdict:
            case Verdict.NEVER:
                post.targets.pop(0)
            case Verdict.UNKNOWN:
                post.doubts += 1
            case Verdict.LATER:
                post.not_before = time.monotonic() + min(failure.pause, _LONGEST_PAUSE)
        _log.warning("danger that is not saved was not told: %(code)s", {"code": failure.code})
        if post.is_over:
            _log.error("danger that is not saved could not be told to its channel; phone the ward")

    def _takes_a_write(self) -> bool:
        try:
            prove_a_write(self._context.database)
        except Exception as error:  # noqa: BLE001 - whatever it was, saving does not work yet
            _log.warning("saving does not work yet: %(error)s", {"error": type(error).__name__})
            return False
        return True


def _ring_once(pager: Pager) -> None:
    """A failure is logged and nothing more: the person has the number, and the channel is told by itself."""
    try:
        pager.ring_from_memory()
    except Exception as error:  # noqa: BLE001 - nobody looks at what a call returns, so that each failure is logged here
        code = error.code if isinstance(error, NotPaged) else type(error).__name__
        _log.error("danger that is not saved did not ring at night: %(code)s", {"code": code})


def _with_failures_logged(step: Callable[[], object]) -> None:
    """The thread must go on. Only the type is logged."""
    try:
        step()
    except Exception as error:  # noqa: BLE001 - as above
        _log.error("telling of danger that is not saved failed: %(error)s", {"error": type(error).__name__})
