"""Disks that can be full. A small disk needs root; without it, a process is forbidden to let its files grow."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """Where a database lies."""

    folder: Path

    def full(self, process: int) -> AbstractContextManager[None]:
        """There is no room left for this process until the block ends."""


class SmallDisk:
    """A disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self, process: int) -> Iterator[None]:
        ballast = self.folder / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file, suppress(OSError):
                while True:
                    os.write(file.fileno(), bytes(4096))
            yield
        finally:
            ballast.unlink(missing_ok=True)


class Quota:
    """A folder like any other; the process may write nothing beyond the size that its database has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def full(self, process: int) -> Iterator[None]:
        largest = max(file.stat().st_size for file in self.folder.rglob("*.db"))
        before = resource.prlimit(process, resource.RLIMIT_FSIZE)
        resource.prlimit(process, resource.RLIMIT_FSIZE, (largest, before[1]))
        try:
            yield
        finally:
            resource.prlimit(process, resource.RLIMIT_FSIZE, before)


def can_be_made() -> bool:
    """Whether this program may make a disk."""
    return os.geteuid() == 0


@contextmanager
def disk(megabytes: int) -> Iterator[Disk]:
    """A small disk where one can be made, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="candour-") as folder:
        if not can_be_made():
            yield Quota(Path(folder))
            return
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "candour", folder], check=True)
        try:
            yield SmallDisk(Path(folder))
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)
