"""Many people send in the same moment while Slack is slow.

How soon they are answered is measured by `make torture`, on all pairs of an engine and a mode. Here a busy machine
may take its time, and who is told that nothing was saved presses Send again, as the form says.
"""

import pytest

from bot.settings import Mode
from tests import bots
from tests.torture.bursts import burst

AT_ONCE, PRESSES = 48, 20


@pytest.mark.parametrize(("engine", "mode"), [("SQLite", Mode.SOCKET), ("PostgreSQL", Mode.HTTP)])
def test_each_of_many_at_once_gets_a_receipt_and_what_it_says_is_kept(postgres_server, engine, mode):
    outcome = burst(engine, mode, people=AT_ONCE, patience=bots.PATIENT, presses=PRESSES)
    assert outcome.broken() == {}
    assert len(outcome.histories.stored.reports) == AT_ONCE
