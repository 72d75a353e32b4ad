"""What is asked every few seconds is answered from an index, however much has been kept."""

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa

from storage import due
from storage.outbox import leases, status
from storage.outbox.priority import Priority
from tests.domain.examples import NOON
from tests.storage.examples import on_postgresql, on_sqlite

LEASE = timedelta(seconds=30)
WEEK = timedelta(days=7)
FAILING = "ix_due_failing"
FURTHEST = {f"kind {number}": WEEK for number in range(15)}
ASKED = [
    (
        lambda transaction: leases.claim(transaction, priority=Priority.URGENT, worker="w", lease=LEASE, at=NOON),
        "ix_outbox_ready",
    ),
    (
        lambda transaction: leases.claim(transaction, priority=Priority.NORMAL, worker="w", lease=LEASE, at=NOON),
        "ix_outbox_leaves_at",
    ),
    (
        lambda transaction: leases.claim_doubtful(transaction, worker="w", lease=LEASE, now=NOON),
        "ix_outbox_unsettled",
    ),
    (lambda transaction: leases.mark_expired_leases_doubtful(transaction, now=NOON), "ix_outbox_unsettled"),
    (lambda transaction: leases.release_all(transaction, until=NOON), "ix_outbox_unsettled"),
    (status.undelivered, "ix_outbox_unsettled"),
    (lambda transaction: due.kinds_due(transaction, FURTHEST, now=NOON), "ix_due_kind_due_at"),
    (lambda transaction: due.to_serve(transaction, "nudge", furthest=WEEK, now=NOON), "ix_due_kind_due_at"),
    (lambda transaction: due.take(transaction, "nudge", furthest=WEEK, now=NOON), "ix_due_kind_due_at"),
    (due.failing, FAILING),
]


@on_sqlite
@pytest.mark.parametrize(("ask", "index"), ASKED)
def test_the_partial_index_is_used(database, ask, index):
    statement, parameters = _asked(database, ask)
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [step.detail for step in plan]
    assert [step for step in steps if f"USING INDEX {index}" in step]
    whole = [step for step in steps if step.startswith(("SCAN outbox", "SCAN due"))]
    assert [step for step in whole if step != f"SCAN due USING INDEX {FAILING}"] == []  # It holds nothing else.


@on_postgresql
@pytest.mark.parametrize(("ask", "index"), ASKED)
def test_the_partial_index_can_be_used(database, ask, index):
    statement, parameters = _asked(database, ask)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # The tables are empty.
        plan = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars().all()
    assert [step for step in plan if f"Index Scan using {index}" in step or f"Index Scan on {index}" in step]
    assert [step for step in plan if "Seq Scan" in step] == []


def _asked(database, ask):
    return _all_asked(database, ask)[0]


def _all_asked(database, ask):
    asked = []

    def remember(_connection, _cursor, statement, parameters, _context, _many):
        asked.append((statement, parameters))

    sa.event.listen(database.engine, "before_cursor_execute", remember)
    with database.writing() as transaction:
        ask(transaction)
    return [each for each in asked if re.search(r"\b(outbox|due)\b", each[0])]


@on_sqlite
def test_what_has_not_arrived_is_counted_without_a_look_at_what_has(database):
    asked = _all_asked(database, status.counted)
    with database.engine.connect() as connection:
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}", values).all() for each, values in asked]
    steps = [step.detail for plan in plans for step in plan if " outbox" in step.detail]
    indexes = [step.partition(" USING INDEX ")[2].split()[0] for step in steps]
    assert indexes == ["ix_outbox_ready", "ix_outbox_unsettled"]


@on_sqlite
def test_the_next_message_is_found_without_sorting(database):
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM outbox WHERE state = 'ready' AND urgent = 1 AND not_before <= ?"
            " ORDER BY not_before, position LIMIT 1",
            ("2026-11-24 12:00:00.000000",),
        ).all()
    assert [step.detail for step in plan] == ["SEARCH outbox USING INDEX ix_outbox_ready (urgent=? AND not_before<?)"]
