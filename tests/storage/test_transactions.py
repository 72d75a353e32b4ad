"""Everything in a transaction is kept, or nothing; and nothing is said to be saved before COMMIT."""

import threading
import time
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlmodel import select

from storage import occurrences
from storage.engine.backends import BUDGET_SECONDS
from storage.engine.fair_semaphore import FairSemaphore
from storage.engine.transactions import NotSaved, OutcomeUnknown
from storage.tables.outbox import OccurrenceRow
from storage.tables.service import PersonRow, ServiceRow
from tests.domain.examples import NOON
from tests.storage.examples import at_once, keep_report, keep_service, on_sqlite, opened, rows

SOON = 0.1
"""Seconds."""


def _check_at_commit(transaction):
    """From here on, rows that point nowhere are refused only when everything is kept."""
    if transaction.get_bind().dialect.name == "sqlite":
        transaction.execute(sa.text("PRAGMA defer_foreign_keys = ON"))
        return
    for table, rule in (("person", "fk_person_team_team"), ("report", "fk_report_team_team")):
        transaction.execute(sa.text(f"ALTER TABLE {table} ALTER CONSTRAINT {rule} DEFERRABLE INITIALLY DEFERRED"))


def _happens(transaction, day):
    occurrences.first_time(transaction, "bulletin", subject="oak", local_key=day, now=NOON)


def test_what_a_finished_transaction_did_is_there_for_the_next(database):
    with database.writing() as transaction:
        _happens(transaction, "2026-11-23")
    assert rows(database, "SELECT local_key FROM occurrence") == [("2026-11-23",)]


def test_an_error_of_the_database_rolls_everything_back_and_is_told_as_not_saved(database):
    def twice():
        with database.writing() as transaction:
            _happens(transaction, "2026-11-23")
            transaction.execute(sa.text("INSERT INTO occurrence SELECT * FROM occurrence"))

    with pytest.raises(NotSaved, match=r"^IntegrityError$"):
        twice()
    assert rows(database, "SELECT * FROM occurrence") == []


def test_an_error_that_shows_itself_only_when_rows_are_written_is_told_as_not_saved(with_service):
    def without_a_team():
        with with_service.writing() as transaction:
            transaction.add(PersonRow(slack_id="U0AMARA", name="Amara", team="no-such-team", position=0))

    with pytest.raises(NotSaved, match=r"^IntegrityError$"):
        without_a_team()
    assert rows(with_service, "SELECT count(*) FROM person") == [(4,)]


def test_any_other_error_rolls_everything_back_and_stays_what_it_is(database):
    def interrupted():
        with database.writing() as transaction:
            _happens(transaction, "2026-11-23")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    assert rows(database, "SELECT * FROM occurrence") == []


def test_a_commit_that_fails_is_told_as_an_unknown_outcome(database):
    def fails_at_commit():
        with database.writing() as transaction:
            _check_at_commit(transaction)
            transaction.execute(
                sa.text("INSERT INTO person (slack_id, name, team, position) VALUES ('U0AMARA', 'Amara', 'none', 0)")
            )

    with pytest.raises(OutcomeUnknown, match=r"^IntegrityError$"):
        fails_at_commit()
    # Nothing of it is left, and the lock is free.
    with database.writing() as transaction:
        _happens(transaction, "2026-11-23")
    assert rows(database, "SELECT slack_id FROM person") == []


def test_a_commit_that_never_reached_the_database_leaves_nothing_for_the_next(database):
    failures = [RuntimeError("on the way to the database")]

    def fail(_connection):
        if failures:
            raise failures.pop()

    def fails_at_commit():
        with database.writing() as transaction:
            _happens(transaction, "2026-11-23")

    sa.event.listen(database.engine, "commit", fail)
    with pytest.raises(RuntimeError, match="on the way"):
        fails_at_commit()
    with database.writing() as transaction:
        _happens(transaction, "2026-11-30")
    assert rows(database, "SELECT local_key FROM occurrence") == [("2026-11-30",)]


@pytest.mark.parametrize("failing", ["told as not saved", "told as unknown"])
def test_no_error_repeats_what_was_being_saved(with_service, failing):
    def fails():
        with with_service.writing() as transaction:
            if failing == "told as unknown":
                _check_at_commit(transaction)
            keep_report(transaction, reporter="U0CANARY", team="canary")

    with pytest.raises((NotSaved, OutcomeUnknown)) as refusal:
        fails()
    assert str(refusal.value) == "IntegrityError"
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_a_transaction_that_takes_too_long_in_all_keeps_nothing(database):
    def slow():
        with database.writing(wait=SOON) as transaction:
            _happens(transaction, "2026-11-23")
            time.sleep(2 * SOON)

    with pytest.raises(NotSaved, match=r"^the transaction took too long$"):
        slow()
    assert rows(database, "SELECT * FROM occurrence") == []


def test_reading_leaves_nothing_behind(database):
    with database.reading() as transaction:
        _happens(transaction, "2026-11-23")
    assert rows(database, "SELECT * FROM occurrence") == []


def test_reading_sees_one_moment_whatever_is_saved_meanwhile(database):
    with database.reading() as transaction:
        before = transaction.exec(select(OccurrenceRow)).all()
        with database.writing() as other:
            _happens(other, "2026-11-23")
        assert transaction.exec(select(OccurrenceRow)).all() == before == []
    with database.reading() as transaction:
        assert transaction.exec(select(OccurrenceRow.subject)).all() == ["oak"]


def test_four_threads_that_each_read_and_write_forty_times_lose_nothing(with_service):
    def add_forty(_number):
        for _ in range(40):
            with with_service.writing(wait=30) as transaction:
                row = transaction.exec(select(ServiceRow).with_for_update()).one()
                row.read_within_working_days += 1
                transaction.add(row)

    with with_service.writing() as transaction:
        transaction.get_one(ServiceRow, 1).read_within_working_days = 0
    at_once(add_forty, threads=4)
    assert rows(with_service, "SELECT read_within_working_days FROM service") == [(160,)]


@on_sqlite
def test_two_programs_that_each_read_and_write_lose_nothing_either(with_service, url, keyring):
    """Each has a queue of its own: only the lock that BEGIN IMMEDIATE takes keeps them apart."""
    with opened(url, keyring) as other:

        def add_forty(number):
            for _ in range(40):
                with (with_service, other)[number].writing() as transaction:
                    transaction.get_one(ServiceRow, 1).read_within_working_days += 1

        at_once(add_forty, threads=2)
    assert rows(with_service, "SELECT read_within_working_days FROM service") == [(81,)]


@on_sqlite
def test_every_connection_of_the_pool_has_the_same_safe_settings(database):
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL: an acknowledged report survives a power cut
        "busy_timeout": 2000,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    reader = database.engine.execution_options(writes=False)
    connections = [reader.connect() for _ in range(20)]
    drivers = {id(each.connection.driver_connection) for each in connections}
    found = [
        {pragma: each.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() for pragma in expected} for each in connections
    ]
    for each in connections:
        each.close()
    assert len(drivers) == 20
    assert found == [expected] * 20


@on_sqlite
def test_who_does_not_get_a_turn_in_time_is_told_that_nothing_was_saved(database):
    def impatient():
        with database.writing(wait=SOON) as transaction:
            keep_service(transaction)

    with database.writing():
        began = time.monotonic()
        with pytest.raises(NotSaved, match=r"^the database is busy$"):
            impatient()
        waited = time.monotonic() - began
    assert SOON <= waited < BUDGET_SECONDS
    with database.writing() as transaction:
        keep_service(transaction)
    assert rows(database, "SELECT name FROM service") == [("Willow Mental Health",)]


@on_sqlite
def test_a_lock_held_by_another_program_is_told_as_not_saved_within_the_budget(database, path):
    def blocked():
        with database.writing(wait=BUDGET_SECONDS) as transaction:
            keep_service(transaction)

    other = sa.create_engine(f"sqlite:///{path}", connect_args={"isolation_level": None})
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(NotSaved, match=r"^OperationalError$"):
            blocked()
        waited = time.monotonic() - began
        connection.exec_driver_sql("ROLLBACK")
    other.dispose()
    assert waited < 2 * BUDGET_SECONDS  # Measured by `make torture`; here the machine may be busy.


def test_everything_that_a_writer_waits_for_is_in_one_budget(database, url):
    """Its turn, and then a lock of another program: each alone would take the whole budget."""
    waited = list[float]()

    def blocked(number):
        time.sleep(number * 0.3)  # The turn comes in the middle of the wait.
        began = time.monotonic()
        with pytest.raises(NotSaved), database.writing(wait=4) as transaction:
            keep_service(transaction)
        waited.append(time.monotonic() - began)

    with _writers_blocked(database, url):
        at_once(blocked, threads=4)
    assert max(waited) < 7  # Two budgets would be 8. The rest is for a busy machine.


def test_a_look_has_a_budget_of_its_own(database, url):
    def looks():
        with database.reading(wait=SOON) as transaction:
            transaction.exec(select(ServiceRow)).all()

    with _writers_blocked(database, url):  # Without a budget the look would never end.
        if database.shared:
            with pytest.raises(NotSaved):
                looks()
        else:
            looks()  # On SQLite no writer keeps a reader waiting.


@contextmanager
def _writers_blocked(database, url):
    """Another program holds what every writer needs, until the block ends."""
    other = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        lock = "BEGIN; LOCK TABLE service" if database.shared else "BEGIN IMMEDIATE"
        connection.exec_driver_sql(lock)
        yield
        connection.exec_driver_sql("ROLLBACK")
    other.dispose()


def test_turns_come_in_the_order_of_asking():
    turns, came = FairSemaphore(1), list[int]()

    def ask(number):
        assert turns.acquire(10)
        came.append(number)
        turns.release()

    assert turns.acquire(0)
    asking = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in asking:
        thread.start()
        time.sleep(0.005)
    turns.release()
    for thread in asking:
        thread.join()
    assert came == list(range(20))


def test_who_gave_up_waiting_does_not_hold_up_those_behind():
    turns, came = FairSemaphore(1), list[str]()

    def ask(name, seconds):
        if turns.acquire(seconds):
            came.append(name)
            turns.release()

    assert turns.acquire(0)
    impatient = threading.Thread(target=ask, args=("impatient", 0.02))
    patient = threading.Thread(target=ask, args=("patient", 10))
    impatient.start()
    patient.start()
    impatient.join()
    turns.release()
    patient.join()
    assert came == ["patient"]
    assert turns.acquire(0)
