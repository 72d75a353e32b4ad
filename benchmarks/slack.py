"""The stand-in for Slack, in a process of its own: what it costs is not counted as the bot's."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from sandbox.people.person import PeopledWorkspace
from sandbox.records import Answer
from sandbox.server import Server

Tell = Callable[[], Any]
Arrange = Callable[[PeopledWorkspace], Tell]
"""Makes the workspace ready, in its own process, and returns what tells of it later."""


@dataclass(frozen=True)
class StandIn:
    """The running stand-in, as the other processes see it."""

    api_url: str
    _line: Connection

    def told(self) -> Any:  # noqa: ANN401 - whatever `arrange` tells
        """What the workspace has to tell by now."""
        self._line.send("tell")
        return self._line.recv()


@contextmanager
def running(arrange: Arrange) -> Iterator[StandIn]:
    """The stand-in, until the block ends."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_serve, args=(theirs, arrange), daemon=True)
    process.start()
    try:
        yield StandIn(ours.recv(), ours)
    finally:
        ours.send("end")
        process.join(10)
        process.kill()


def prompt(workspace: PeopledWorkspace) -> Tell:
    """Answers at once."""
    return lambda: [call.method for call in workspace.calls]


def slow(workspace: PeopledWorkspace) -> Tell:
    """Answers each call after a second."""

    def wait(_method: str, _arguments: dict[str, Any]) -> Answer | None:
        time.sleep(1)
        return None

    workspace.on_call(wait)
    return prompt(workspace)


def _serve(line: Connection, arrange: Arrange) -> None:
    with Server() as workspace:
        tell = arrange(workspace)
        line.send(workspace.api_url)
        while line.recv() == "tell":
            line.send(tell())
