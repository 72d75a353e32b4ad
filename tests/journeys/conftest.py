"""A journey runs on one engine and in one mode, unless its mark says more."""

import pytest

from storage.outbox import messages
from tests.journeys.engine_and_mode import ONE


@pytest.fixture(params=[ONE], ids="-".join)
def pair(request):
    """An engine and a mode."""
    return request.param


@pytest.fixture
def engine(pair) -> str:
    return str(pair[0])


@pytest.fixture
def mode(pair) -> str:
    return str(pair[1])


@pytest.fixture
def all_is_sent(workspace, context):
    """Wait until nothing is on its way any more."""

    def waiting():
        with context.database.reading() as transaction:
            return messages.waiting(transaction)

    return lambda: workspace.wait_until(lambda: waiting() == 0, reason="Something is still on its way.")


@pytest.fixture(autouse=True)
def _patience(patient_transactions):
    """A busy machine may take longer than a person would wait."""
