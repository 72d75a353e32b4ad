"""Every kill is survived on both engines."""

import pytest

from tests import bots


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request) -> str:
    """Everything here runs on both."""
    return str(request.param)


@pytest.fixture
def settings(workspace, tmp_path, url):
    """A bot that was killed holds its leases for some seconds, in which nobody sends what it had begun."""
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, candour_lease_seconds=bots.SHORT_LEASE)
