"""Many people send in the same moment while Slack is slow. All pairs of an engine and a mode: make torture."""

import pytest

from bot.settings import Mode
from tests.torture.bursts import burst

AT_ONCE = 64


@pytest.mark.parametrize(("engine", "mode"), [("SQLite", Mode.SOCKET), ("PostgreSQL", Mode.HTTP)])
def test_each_of_many_at_once_gets_a_receipt_in_time_and_what_it_says_is_kept(postgres_server, engine, mode):
    outcome = burst(engine, mode, people=AT_ONCE)
    assert outcome.broken() == {}
    assert len(outcome.histories.kept.reports) == AT_ONCE
