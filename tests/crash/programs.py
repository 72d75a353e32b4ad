"""The bot as a process of its own, started and ended by its id."""

import gc
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.settings import Mode, Settings
from sandbox.people.person import PeopledWorkspace
from sandbox.transport.socket_mode import Connection
from tests.crash import launcher
from tests.crash.launcher import Surroundings

ROOT = Path(__file__).parent.parent.parent
SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret", "candour_keys")
PLAIN = Surroundings()
ENDS_WITHIN = 90
"""Seconds. Only what never ends takes so long, also on a busy machine; the same holds for the next two."""
_STARTS_WITHIN = _ANSWERS_WITHIN = 90
# A server that has imported the bot and forks: what takes a second is done once, and not for each of many kills.
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.crash.launcher"])


def environment(settings: Settings) -> dict[str, str]:
    """The settings as the environment variables that give them."""
    given = settings.model_dump(exclude_none=True, exclude=set(SECRETS))
    plain = {name: getattr(settings, name).get_secret_value() for name in SECRETS}
    return os.environ | {name.upper(): str(value) for name, value in (given | plain).items()}


def typed(settings: Settings, *words: object, **changed: str) -> tuple[int, str]:
    """What an operator types after `python -m bot`, in a program of its own: the exit code and what was said.

    `changed` are variables of its environment.
    """
    with tempfile.TemporaryDirectory(prefix="candour-") as folder:
        said, warned = Path(folder, "said"), Path(folder, "warned")
        given = environment(settings) | changed, [*map(str, words)], said, warned
        program = _FORKING.Process(target=launcher.launch_command, args=given, daemon=True)
        program.start()
        program.join(_ANSWERS_WITHIN)
        code = program.exitcode
        program.kill()
        assert code is not None, "It did not end by itself."
        assert "Traceback" not in warned.read_text()
        return code, said.read_text()


@contextmanager
def bot_process(
    workspace: PeopledWorkspace, settings: Settings, *, log: Path, surroundings: Surroundings = PLAIN, starts: int = 1
) -> Iterator[BaseProcess]:
    """The only bot, connected. It is ended with kill -9 when the block ends, if it has not ended by itself."""
    with replica(workspace, settings, log=log, surroundings=surroundings, starts=starts) as process:
        yield process
    gc.collect()  # Slack's client in this process may have forgotten a connection that it was opening: now it ends.
    workspace.wait_until_bot_is_gone()


@contextmanager
def replica(
    workspace: PeopledWorkspace, settings: Settings, *, log: Path, surroundings: Surroundings = PLAIN, starts: int = 1
) -> Iterator[BaseProcess]:
    """One bot, perhaps among others, connected; ended in the same way.

    If its start fails it is started again, `starts` times in all, as a supervisor does it.
    """
    others = set(workspace.sockets.connections)
    with ExitStack() as running:
        for _ in range(starts):
            process = running.enter_context(started(settings, log=log, surroundings=surroundings))
            if _came_up(process, workspace, settings, others):
                break
        else:
            raise AssertionError(log.read_text())
        yield process


@contextmanager
def started(settings: Settings, *, log: Path, surroundings: Surroundings = PLAIN) -> Iterator[BaseProcess]:
    """One bot that is starting; ended in the same way."""
    given = environment(settings), log, surroundings
    process = _FORKING.Process(target=launcher.launch, args=given, daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join(ENDS_WITHIN)


def _came_up(process: BaseProcess, workspace: PeopledWorkspace, settings: Settings, others: set[Connection]) -> bool:
    """Whether it connected, or was killed as it was meant to be, and did not end by itself."""
    workspace.wait_until(
        lambda: _is_connected(workspace, settings, others) or not process.is_alive(), seconds=_STARTS_WITHIN
    )
    return process.exitcode in (None, -signal.SIGKILL)


def _is_connected(workspace: PeopledWorkspace, settings: Settings, others: set[Connection]) -> bool:
    if settings.candour_mode is Mode.HTTP:
        return workspace.requests.verified()
    return not others.issuperset(workspace.sockets.connections)
