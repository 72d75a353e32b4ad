"""Every journey runs on both engines and in both modes."""

import pytest

from tests.journeys.engine_and_mode import PAIRS


@pytest.fixture(params=PAIRS, ids="-".join)
def pair(request):
    """An engine and a mode."""
    return request.param


@pytest.fixture
def engine(pair) -> str:
    return str(pair[0])


@pytest.fixture
def mode(pair) -> str:
    return str(pair[1])
