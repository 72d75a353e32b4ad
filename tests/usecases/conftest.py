"""A bot without Slack, started on a Tuesday at noon, with a clock that the test moves."""

import os
from collections import Counter
from pathlib import Path
from random import Random
from zlib import crc32

import pytest

from tests.domain.examples import NOON
from tests.usecases import bot_without_slack

_HERE = Path(__file__).parent
_ENGINES = ("sqlite", "postgresql")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each test here runs on one engine, which its name chooses: a use case has many tests, so it meets both.

    With ENGINES=both everything runs on both. Storage's own tests always do.
    """
    ours = [item for item in items if isinstance(item, pytest.Function) and _HERE in item.path.parents]
    on_both = Counter(_but_for_the_engine(item) for item in ours)
    left_out = {
        item
        for item in ours
        if on_both[_but_for_the_engine(item)] > 1 and item.callspec.params["engine"] != _chosen(item)
    }
    if os.environ.get("ENGINES") != "both" and left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def _chosen(item: pytest.Function) -> str:
    return _ENGINES[crc32(_but_for_the_engine(item).encode()) % len(_ENGINES)]


def _but_for_the_engine(item: pytest.Function) -> str:
    """The test and its other values."""
    spec = getattr(item, "callspec", None)
    others = {name: index for name, index in spec.indices.items() if name != "engine"} if spec else {}
    return f"{item.path.name}:{item.originalname}:{sorted(others.items())}"


@pytest.fixture(params=_ENGINES)
def engine(request) -> str:
    """The engine of this test: see above."""
    return str(request.param)


@pytest.fixture
def bot(url):
    with bot_without_slack.started(url, NOON) as bot:
        yield bot


@pytest.fixture
def clock(bot):
    return bot.clock


@pytest.fixture
def context(bot):
    return bot.context


@pytest.fixture
def luck() -> Random:
    """Which ticks are missed, and when the bot is started again: the same in each run."""
    return Random(20261124)  # noqa: S311 - no secret depends on it


@pytest.fixture(autouse=True)
def _patience(patient_transactions):
    """A busy machine may take longer than a person would wait."""
