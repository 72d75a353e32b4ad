"""Disks that can be full. A small one must be mounted; where none can be, a process may not let its files grow."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Protocol

Limit = Callable[[int], object]
"""Forbids whatever writes to a database to let a file grow beyond this size, in bytes."""


class Disk(Protocol):
    """Where a database lies."""

    folder: Path

    def full(self, limit: Limit) -> AbstractContextManager[None]:
        """There is no room left until the block ends."""


class SmallDisk:
    """A disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self, _limit: Limit) -> Iterator[None]:
        ballast = self.folder / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file, suppress(OSError):
                while True:
                    os.write(file.fileno(), bytes(4096))
            yield
        finally:
            ballast.unlink(missing_ok=True)


class Quota:
    """A folder like any other, in which nothing grows beyond the size that its database has.

    A server, which writes to room that it took before, may write nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self, limit: Limit) -> Iterator[None]:
        limit(max((file.stat().st_size for file in self.folder.glob("*.db")), default=0))
        try:
            yield
        finally:
            limit(resource.RLIM_INFINITY)


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
            Path(folder).chmod(0o755)  # For the server, which another account runs where this one is root.
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
