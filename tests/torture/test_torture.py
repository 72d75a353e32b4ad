"""A short torture with every run of the tests. The long one: make torture."""

import os

import pytest

from tests import one_engine
from tests.torture.bot_under_attack import run_event
from tests.torture.events import EVENTS, kill
from tests.torture.record_of_responses import SendOutcome
from tests.torture.replicas import run_replicas

pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]
SEED = os.environ.get("TORTURE_SEED", "20261124")
"""The same choices in each run; the long one draws others."""
KILLS, REPLICAS_KILLED, WEEKS = 2, 1, 1
CHOSEN = [
    pytest.param(event, engine, id=f"{event.name}-{engine}")
    for event in EVENTS
    for engine in event.engines
    if not one_engine.is_enough() or engine == one_engine.of(event.name, event.engines)
]
"""Each event on one engine. `make torture` has both."""


@pytest.fixture(autouse=True)
def engines_are_installed(postgres_server):
    """Without a server only half of it could be shown."""


def all_is_kept(outcome) -> bool:
    assert outcome.broken() == {}, f"TORTURE_SEED={SEED}"
    return any(submission.got([SendOutcome.SAVED]) for submission in outcome.histories.submission_log.submissions)


@pytest.mark.parametrize(("event", "engine"), CHOSEN)
def test_whatever_happens_nothing_acknowledged_is_lost_and_nothing_comes_twice(event, engine):
    assert all_is_kept(run_event(event, engine, times=KILLS if event.strike is kill else 1, seed=SEED))


def test_replicas_whose_clocks_are_wrong_send_everything_once_and_in_its_time(postgres_server):
    assert all_is_kept(run_replicas(times=REPLICAS_KILLED, seed=SEED, weeks=WEEKS))
