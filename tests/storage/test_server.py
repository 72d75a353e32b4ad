"""PostgreSQL's server stops hard, or somebody holds a lock: what is told is what was kept."""

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.runtime.clock import DatabaseClock
from storage import audit, occurrences
from storage.engine.backends import BUDGET_SECONDS
from storage.engine.transactions import NotSaved, OutcomeUnknown
from tests import postgres
from tests.domain.examples import NOON
from tests.storage.examples import on_postgresql, opened


def _happens(transaction, key):
    return occurrences.first_time(transaction, "bulletin", subject="oak", local_key=key, now=NOON)


@on_postgresql
def test_a_lock_held_by_another_replica_is_told_as_not_saved_within_the_budget(database):
    def blocked():
        with database.writing(wait=BUDGET_SECONDS) as transaction:
            audit.lock_trail(transaction)

    with database.writing(wait=30) as other:
        audit.lock_trail(other)
        began = time.monotonic()
        with pytest.raises(NotSaved, match=r"^OperationalError$"):
            blocked()
        waited = time.monotonic() - began
    assert waited < 2 * BUDGET_SECONDS


def test_a_server_that_stops_hard_is_told_as_it_is_and_used_again_when_it_is_back(keyring, postgres_server):
    """Before COMMIT nothing was kept; at COMMIT nobody can know; afterwards nobody notices."""

    def stopped_before_the_end():
        with database.writing() as transaction:
            _happens(transaction, "2026-11-23")
            _restart(server)
            _happens(transaction, "2026-11-30")

    def stopped_at_the_end():
        with database.writing() as transaction:
            _happens(transaction, "2026-11-23")
            _restart(server)

    programs = postgres.programs()
    assert programs
    with postgres.running(programs) as server, server.database() as url, opened(url, keyring) as database:
        with pytest.raises(NotSaved):
            stopped_before_the_end()
        with pytest.raises(OutcomeUnknown):
            stopped_at_the_end()
        _restart(server)
        with database.writing() as transaction:
            assert _happens(transaction, "2026-11-23")


@on_postgresql
def test_every_replica_tells_the_time_of_the_server_whatever_its_own_machine_says(database):
    with time_machine.travel(datetime.now(UTC) + timedelta(days=400), tick=True):
        clock = DatabaseClock(database.now)
        told = clock.now(), clock.elapsed(), datetime.now(UTC)
        clock.stop()
    true = datetime.now(UTC)
    assert [abs(moment - true) < timedelta(seconds=10) for moment in told] == [True, True, False]


def _restart(server):
    server.stop("immediate")
    server.start()
