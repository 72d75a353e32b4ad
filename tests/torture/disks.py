"""Disks that can be full. A small one must be mounted; where none can be, a process may not let its files grow."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Protocol

Processes = Callable[[], Collection[int]]
"""The ids of those that write to a database, at the moment of asking."""


class Disk(Protocol):
    """Where a database lies."""

    folder: Path

    def full(self, writers: Processes) -> AbstractContextManager[None]:
        """There is no room left for them until the block ends."""


class SmallDisk:
    """A disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self, _writers: Processes) -> Iterator[None]:
        ballast = self.folder / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file, suppress(OSError):
                while True:
                    os.write(file.fileno(), bytes(4096))
            yield
        finally:
            ballast.unlink(missing_ok=True)


class Quota:
    """A folder like any other; the processes may write nothing beyond the size that its database has.

    A server, which writes to room that it took before, may write nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self, writers: Processes) -> Iterator[None]:
        largest = max((file.stat().st_size for file in self.folder.glob("*.db")), default=0)
        _limit(writers(), largest)
        try:
            yield
        finally:
            _limit(writers(), resource.RLIM_INFINITY)


def _limit(processes: Collection[int], size: int) -> None:
    for process in processes:
        with suppress(ProcessLookupError):  # It has ended since it was named.
            resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@cache
def can_be_made() -> bool:
    """Whether this program may mount a disk. Root in a container may not."""
    with tempfile.TemporaryDirectory(prefix="candour-") as folder:
        mounted = os.geteuid() == 0 and _mount(folder, megabytes=1)
        if mounted:
            _unmount(folder)
    return mounted


@contextmanager
def disk(megabytes: int) -> Iterator[Disk]:
    """A small disk where one can be made, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="candour-") as folder:
        if not can_be_made():
            yield Quota(Path(folder))
            return
        assert _mount(folder, megabytes=megabytes)
        try:
            yield SmallDisk(Path(folder))
        finally:
            _unmount(folder)


def _mount(folder: str, *, megabytes: int) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "candour", folder]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def _unmount(folder: str) -> None:
    subprocess.run(["umount", "--lazy", folder], check=True)
