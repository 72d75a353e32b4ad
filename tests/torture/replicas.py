"""Four bots on one database whose machines' clocks are half an hour apart. One after the other is killed."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Self

from sandbox.people.person import PeopledWorkspace
from sandbox.records import Answer, Json
from tests.crash import programs
from tests.torture.bot_under_attack import QUICKLY, Outcome, Rig, rig
from tests.torture.people import Load, crowd
from tests.torture.record_of_responses import SubmissionLog
from tests.torture.simulated_weeks import pass_by

_CLOCKS_AHEAD = [timedelta(minutes=minutes) for minutes in (-45, -15, 15, 45)]
_ENGINE = "PostgreSQL"
_AT_ONCE = 4


def run_replicas(*, times: int, seed: str, weeks: int) -> Outcome:
    """So many are killed and started again, while people send and Slack is slow. Then so many weeks pass."""
    submission_log = SubmissionLog("replicas")
    with rig(_ENGINE, people=_AT_ONCE, seed=seed) as here:
        with ExitStack() as stack:
            bots = [stack.enter_context(_Replica(here, ahead)) for ahead in _CLOCKS_AHEAD]
            with _slow(here.workspace), Load(crowd(here.workspace), submission_log, seed=seed).sending():
                for _ in range(times):
                    here.pause(0.5, 1.5)
                    here.chance.choice(bots).start()
            here.settle()
            reference = next(
                submission.reference for submission in submission_log.submissions if submission.reference
            )
            missed = tuple(pass_by(here.workspace, reference=reference, weeks=weeks))
            here.settle()
        return Outcome("replicas", _ENGINE, times, replace(here.histories(submission_log), missed=missed))


class _Replica:
    """A bot on a machine of its own. Started again, it is killed first."""

    def __init__(self, rig: Rig, ahead: timedelta) -> None:
        self._arena, self._surroundings = rig, replace(QUICKLY, clock_ahead=ahead)
        self._running = ExitStack()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def start(self) -> None:
        self._running.close()
        here = self._arena
        bot = programs.replica(here.workspace, here.settings, log=here.log, surroundings=self._surroundings)
        self._running.enter_context(bot)


@contextmanager
def _slow(workspace: PeopledWorkspace) -> Iterator[None]:
    """Until the block ends, a message stands in Slack only half a second after it was sent."""

    def wait(method: str, _arguments: Json) -> Answer | None:
        if method == "chat.postMessage":
            time.sleep(0.5)
        return None

    stop = workspace.on_call(wait)
    try:
        yield
    finally:
        stop()
