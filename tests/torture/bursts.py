"""Many people press Send in the same moment, while every call of Slack's takes a second."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bot.settings import Mode
from sandbox.people import PeopledWorkspace
from sandbox.records import Json
from tests.torture.arena import Outcome, arena
from tests.torture.diary import Diary, Told
from tests.torture.people import crowd, send_at_once

_SLACK_TAKES = 1.0


@dataclass(frozen=True)
class Burst:
    """What came of it. `slowest` in seconds: Slack waits for 3, and then tells the person that there was no answer."""

    outcome: Outcome
    slowest: float


def burst(engine: str, mode: Mode, *, people: int) -> Burst:
    """So many people, each with a form that is filled, press Send; then all messages leave."""
    name = f"{people} at once, {mode}"
    diary = Diary(f"burst-{engine}-{mode}".lower())
    with arena(engine, people=people, seed=name) as here:
        with here.bot_in(mode):
            seconds = send_at_once(crowd(here.workspace), diary, meanwhile=_slow(here.workspace))
            here.settle()
        told = replace(here.histories(diary), missed=_not_acknowledged(diary))
    return Burst(Outcome(name, engine, 1, told), max(seconds))


def _not_acknowledged(diary: Diary) -> tuple[str, ...]:
    return tuple(sent.id for sent in diary.submissions if [answer.told for answer in sent.answers] != [Told.SAVED])


@contextmanager
def _slow(workspace: PeopledWorkspace) -> Iterator[None]:
    def wait(_method: str, _arguments: Json) -> None:
        time.sleep(_SLACK_TAKES)

    stop = workspace.on_call(wait)
    try:
        yield
    finally:
        stop()
