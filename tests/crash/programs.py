"""The bot as a process of its own, started and ended by its id."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import Settings
from sandbox.people import PeopledWorkspace

ROOT = Path(__file__).parent.parent.parent
SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret", "candour_keys")


def environment(settings: Settings) -> dict[str, str]:
    """The settings as the environment variables that give them."""
    given = settings.model_dump(exclude_none=True, exclude=set(SECRETS))
    plain = {name: getattr(settings, name).get_secret_value() for name in SECRETS}
    return os.environ | {name.upper(): str(value) for name, value in (given | plain).items()}


@contextmanager
def bot_process(
    workspace: PeopledWorkspace, settings: Settings, *, crash_at: str = "", log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """The bot, connected. It is ended with kill -9 when the block ends, if it has not ended by itself."""
    with log.open("ab") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.launcher"],
            cwd=ROOT,
            env=environment(settings) | {"CRASH_AT": crash_at},
            stdout=lines,
            stderr=lines,
        )
    try:
        workspace.wait_until(lambda: workspace.sockets.count == 1, seconds=30, reason=f"No bot: {log.read_text()}")
        yield process
    finally:
        process.kill()
        process.wait(10)
        workspace.wait_until(lambda: workspace.sockets.count == 0, seconds=10, reason="The socket is still open.")
