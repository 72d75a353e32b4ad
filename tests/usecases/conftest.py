"""A bot without Slack, started on a Tuesday at noon, with a clock that the test moves."""

from pathlib import Path
from random import Random

import pytest

from tests import one_engine
from tests.domain.examples import NOON
from tests.usecases import bot_without_slack


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A use case has many tests, so it meets both engines. Storage's own tests always run on both."""
    one_engine.choose(config, items, folder=Path(__file__).parent)


@pytest.fixture(params=one_engine.ENGINES)
def engine(request) -> str:
    """The engine of this test."""
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
