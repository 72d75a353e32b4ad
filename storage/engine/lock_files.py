"""The lock of a file. It is free again once the program that has it ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def lock(file: Path, *, or_raise: Exception) -> Iterator[None]:
    """Lock `file`, which is made if it is not there, until the block ends. If it is locked, raise `or_raise`."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise or_raise from None
        yield
    finally:
        os.close(descriptor)
