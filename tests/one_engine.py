"""Where each test runs on one engine, which its name chooses. With ENGINES=both it runs on both."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import pytest

ENGINES = ("sqlite", "postgresql")


def of(name: str, engines: Sequence[str] = ENGINES) -> str:
    """The engine on which what has this name runs: always the same one."""
    return engines[crc32(name.encode()) % len(engines)]


def is_enough() -> bool:
    """False if everything is to run on both."""
    return os.environ.get("ENGINES") != "both"


def choose(config: pytest.Config, items: list[pytest.Item], *, folder: Path) -> None:
    """Leave out the other engine of each test in this folder that would run on both."""
    if not is_enough():
        return
    ours = [item for item in items if isinstance(item, pytest.Function) and folder in item.path.parents]
    engines = Counter(_but_for_the_engine(item) for item in ours)
    left_out = {item for item in ours if engines[_but_for_the_engine(item)] > 1 and not _is_chosen(item)}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def _is_chosen(item: pytest.Function) -> bool:
    return bool(item.callspec.params["engine"] == of(_but_for_the_engine(item)))


def _but_for_the_engine(item: pytest.Function) -> str:
    """The test and its other values."""
    spec = getattr(item, "callspec", None)
    values = f"-{spec.id}-".replace(f"-{spec.params['engine']}-", "-", 1) if spec and "engine" in spec.params else ""
    return f"{item.path.name}:{item.originalname}:{values or item.name}"
