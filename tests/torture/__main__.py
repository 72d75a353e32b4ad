"""Torture in full: `make torture`. Bounded; it ends by itself, prints a table, and writes nothing else.

From the environment: TORTURE_SEED, the seed of everything that is left to chance; TORTURE_KILLS, for each engine;
TORTURE_TIMES, for everything else; TORTURE_PEOPLE, at once, after 64.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

from bot.settings import Mode
from tests.torture import disks
from tests.torture.bot_under_attack import Outcome, run_event
from tests.torture.bursts import burst
from tests.torture.databases import ENGINES
from tests.torture.events import EVENTS, kill
from tests.torture.replicas import run_replicas
from tests.torture.table import HEAD, line

Round = Callable[[], Outcome]


def main() -> int:
    """Print the table; returns the exit code."""
    seed = os.environ.get("TORTURE_SEED") or str(time.time_ns())
    _say(f"TORTURE_SEED={seed}")
    if not disks.can_be_made():
        _say("NOT DONE: no disk can be mounted. SQLite's file may not grow, and PostgreSQL may not write, instead.")
    _say(HEAD)
    return max([_told(run()) for run in rounds(seed)])


def _told(outcome: Outcome) -> int:
    """Print what came of it; returns 1 if a promise was broken, or 0."""
    _say(line(outcome))
    broken = outcome.broken()
    if broken:
        _say(f"BROKEN: {broken}")
    return 1 if broken else 0


def rounds(seed: str) -> Iterator[Round]:
    """Each event on each engine that has it, then the replicas, then many people at once."""
    kills, times, people = (_count(name) for name in ("KILLS", "TIMES", "PEOPLE"))
    for event in EVENTS:
        for engine in event.engines:
            often = kills if event.strike is kill else times
            yield partial(run_event, event, engine, times=often, seed=seed)
    yield partial(run_replicas, times=times, seed=seed, weeks=_WEEKS)
    for engine, mode, at_once in product(ENGINES, Mode, sorted({_FEWER_PEOPLE, people})):
        yield partial(burst, engine, mode, people=at_once)


def _count(name: str) -> int:
    return int(os.environ.get(f"TORTURE_{name}", _DEFAULTS[name]))


_DEFAULTS = {"KILLS": 100, "TIMES": 8, "PEOPLE": 200}
_FEWER_PEOPLE, _WEEKS = 64, 3


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
