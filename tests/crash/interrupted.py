"""A backup or a restore that ends with kill -9 at one of its steps on the disk. The program has nothing of this."""

import multiprocessing
import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from bot.usecases.operations import backups
from bot.usecases.operations.backups import Loss
from storage.engine.encryption import Keyring
from tests.domain.examples import NOON

STEPS = ("open", "os.link", "os.remove", "os.rename", "sqlite3.connect")
"""What Python tells of before it does it. A rename is one step for the disk as well."""
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.crash.interrupted"])


def killed_at(step: int, command: str, folder: Path, keys: str) -> bool:
    """Play `command` until its step of this number; whether it came so far."""
    process = _FORKING.Process(target=_play, args=(step, command, folder, keys), daemon=True)
    process.start()
    process.join(60)
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0


def _play(step: int, command: str, folder: Path, keys: str) -> None:
    numbers, inside = count(1), str(folder)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in STEPS and inside in str(arguments[0]) and next(numbers) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    url, file, keyring = f"sqlite:///{folder}/candour.db", folder / "candour.backup", Keyring.from_text(keys)
    if command == "backup":
        backups.back_up(url, file, keyring=keyring)
    else:
        backups.restore(url, file, keyring=keyring, loss=Loss.ACCEPTED, now=NOON)
