"""Where it happens: a workspace with a crowd, an empty database, and bots that come and go."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.settings import Mode, Settings
from sandbox.people.person import PeopledWorkspace
from sandbox.server import Server
from sandbox.workspace.workspace import SandboxTimeouts
from tests import bots
from tests.crash import programs
from tests.crash.launcher import Surroundings
from tests.torture import checker, rows_in_sql, seen
from tests.torture.checker import Histories
from tests.torture.concurrent_submissions import deliver_some_twice
from tests.torture.databases import Database, database
from tests.torture.people import Load, crowd, seed_with
from tests.torture.record_of_responses import SubmissionLog

SLACK = SandboxTimeouts(acknowledgement=10, trigger=8)
"""A trigger ends before a person gives up, because a form that opens later would cover what they were told."""
_AT_ONCE = 6
_SETTLES_WITHIN = 180
QUICKLY = Surroundings(recipient_gap=timedelta(milliseconds=20))
"""One card a second, as Slack wants it, would make most of the torture waiting."""


@dataclass(frozen=True)
class Rig:
    """`chance` decides what is left to chance."""

    workspace: PeopledWorkspace
    settings: Settings
    database: Database
    log: Path
    chance: random.Random

    @contextmanager
    def bot(
        self, mode: Mode | None = None, *, surroundings: Surroundings = QUICKLY, starts: int = 1
    ) -> Iterator[BaseProcess]:
        """The only bot, in one of the two modes, until the block ends: with kill -9. It has so many starts."""
        settings = self._reached_by(mode or self.chance.choice([*Mode]))
        with (
            bots.reachable(self.workspace, settings),
            programs.bot_process(
                self.workspace, settings, log=self.log, surroundings=surroundings, starts=starts
            ) as process,
        ):
            yield process

    def kill_while_starting(self) -> None:
        """A bot that is killed while it starts."""
        with programs.started(self._reached_by(Mode.SOCKET), log=self.log, surroundings=QUICKLY):
            self.pause(0, 0.5)

    def pause(self, shortest: float, longest: float) -> None:
        time.sleep(self.chance.uniform(shortest, longest))

    def settle(self) -> None:
        """Wait until every message has left, or waits for a person. What never does is the checker's to tell."""
        with suppress(TimeoutError):
            self.workspace.wait_until(
                lambda: not rows_in_sql.unsettled(self.settings), seconds=_SETTLES_WITHIN, turn=0.2
            )

    def histories(self, submission_log: SubmissionLog) -> Histories:
        """What there is to compare, when no bot runs any more."""
        _, outbox = programs.typed(self.settings, "outbox")
        return Histories(
            submission_log,
            seen.all_of(self.workspace),
            rows_in_sql.all_of(self.settings),
            self.log.read_text(),
            outbox,
        )

    def _reached_by(self, mode: Mode) -> Settings:
        return self.settings.model_copy(update=dict(bots.reached_by(mode)))


@contextmanager
def rig(engine: str, *, people: int, seed: str) -> Iterator[Rig]:
    """All of it, thrown away when the block ends."""
    with (
        Server(workspace=PeopledWorkspace(seed=seed_with(people))) as workspace,
        database(engine) as empty,
        tempfile.TemporaryDirectory(prefix="candour-") as folder,
    ):
        workspace.clock.start_at(bots.START)
        workspace.patience = SLACK
        settings = bots.settings_for(
            workspace,
            Path(folder),
            candour_database_url=empty.address,
            candour_retry_seconds=0.2,
            candour_lease_seconds=bots.SHORT_LEASE,
        )
        chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
        yield Rig(workspace, settings, empty, Path(folder) / "bot.log", chance)


@dataclass(frozen=True)
class Event:
    """Something that happens to a bot a number of times, while people send. It leaves a bot for which all is well."""

    name: str
    strike: Callable[[Rig, ExitStack, int], None]
    engines: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What came of an event on an engine."""

    event: str
    engine: str
    times: int
    histories: Histories
    note: str = ""

    def broken(self) -> dict[str, list[str]]:
        return checker.broken(self.histories)


def run_event(event: Event, engine: str, *, times: int, seed: str) -> Outcome:
    """Let it happen while people send, some of it twice; then let the bot finish everything."""
    submission_log = SubmissionLog(f"{event.name}-{engine}".lower().replace(" ", "-"))
    with rig(engine, people=_AT_ONCE, seed=seed) as here:
        deliver_some_twice(here.workspace, seed=here.chance.getrandbits(32))
        with ExitStack() as stack:
            with Load(crowd(here.workspace), submission_log, seed=seed).sending():
                event.strike(here, stack, times)
            here.settle()
        return Outcome(event.name, engine, times, here.histories(submission_log))
