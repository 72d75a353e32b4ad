"""A file that one program holds. It is free again once that program has ended, however it ended."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(file: Path, *, or_raise: Exception) -> Iterator[None]:
    """Hold it until the block ends; raise `or_raise` if somebody else does."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise or_raise from None
        yield
    finally:
        os.close(descriptor)
