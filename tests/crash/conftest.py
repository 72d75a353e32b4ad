"""Every kill is survived on both engines."""

import pytest


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request) -> str:
    """Everything here runs on both."""
    return str(request.param)
