"""Every kill is survived. Each test runs on one engine, because a kill is a whole program twice."""

from pathlib import Path

import pytest

from tests import bots, one_engine


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    one_engine.choose(config, items, folder=Path(__file__).parent)


@pytest.fixture(params=one_engine.ENGINES)
def engine(request) -> str:
    """The engine of this test."""
    return str(request.param)


@pytest.fixture
def settings(workspace, tmp_path, url):
    """A bot that was killed holds its leases for some seconds, in which nobody sends what it had begun."""
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, candour_lease_seconds=bots.SHORT_LEASE)
