"""What tests of the scheduler share."""

import pytest


@pytest.fixture(autouse=True)
def _patience(patient_transactions):
    """A busy machine has its time: the budget of a transaction is not what these tests are about."""
