"""Each signal that asks the bot to stop stops it, whichever of its threads the kernel gives it to."""

import ctypes
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.crash.programs import bot_process

STOPS_WITHIN = 30
"""Seconds."""
LIBC = ctypes.CDLL(None, use_errno=True)
TGKILL = {"x86_64": 234, "aarch64": 131}
"""The number of the system call that sends a signal to one thread. Source: the tables of the Linux kernel."""


def send_to_a_thread(process_id: int, number: signal.Signals) -> None:
    """Send the signal to a thread other than the main one, as the kernel does now and then."""
    threads = [int(task.name) for task in Path(f"/proc/{process_id}/task").iterdir()]
    other = max(thread for thread in threads if thread != process_id)
    assert LIBC.syscall(TGKILL[os.uname().machine], process_id, other, number) == 0, os.strerror(ctypes.get_errno())


@pytest.mark.skipif(sys.platform != "linux", reason="sends a signal to one thread as Linux does")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_any_thread_stops_the_bot(workspace, settings, tmp_path, number):
    with bot_process(workspace, settings, log=tmp_path / "log") as process:
        assert process.pid
        send_to_a_thread(process.pid, number)
        process.join(STOPS_WITHIN)
        assert process.exitcode == 0
