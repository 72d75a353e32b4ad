"""Who copies the file reads neither what was reported, nor what was agreed, nor to whom the bot wrote about what."""

import json
from uuid import UUID

import pytest

from storage.outbox import leases
from storage.outbox.priority import Priority
from tests.domain.examples import NOON, SAFETY
from tests.storage.examples import (
    a_letter,
    everything_in,
    keep_action,
    keep_amendment,
    keep_report,
    on_sqlite,
    queue,
    rows,
)

NARRATIVE = "CANARY the door alarm stayed silent"
REPORT = UUID("3b1f7c52-9f4e-4f6e-8a51-0c2d1e5b7a90")


@pytest.fixture
def written(with_report):
    """Free text in every column that takes it, and a message whose recipient is known to no other table."""
    with with_report.writing() as transaction:
        keep_report(transaction, id=REPORT, number=7, text=NARRATIVE)
        keep_amendment(transaction, text=f"{NARRATIVE} too")
        keep_action(transaction, change="CANARY test it each Monday", measure="CANARY no silent alarm in a month")
    body = json.dumps({"report": "CANARY", "action": str(UUID(int=99))})
    letter = a_letter(target="U0RECIPIENT", body=body)
    queue(with_report, letter, a_letter(unique=f"CANARY {REPORT}", kind="nudge", target="U0RECIPIENT"))
    return with_report


@on_sqlite
@pytest.mark.parametrize(
    "secret", ["CANARY", "U0RECIPIENT", str(UUID(int=99)), "door alarm", "each Monday", "a month", "silent"]
)
def test_the_files_hold_no_word_of_it(written, path, secret):
    with written.engine.connect():  # The write-ahead log is still there.
        kept = everything_in(path.parent)
        assert path.with_name("candour.db-wal").stat().st_size > 0
    written.close()
    for each in (kept, everything_in(path.parent)):
        assert secret.encode() not in each
        assert secret.encode().hex().encode() not in each
        assert secret.encode("utf-16-le") not in each


@on_sqlite
def test_what_may_be_read_is_found_this_way_so_the_search_works(written, path):
    assert SAFETY.slack_id.encode() in everything_in(path.parent)
    assert b"Oak ward" in everything_in(path.parent)


def test_a_message_does_not_tell_which_report_it_is_about(written):
    whole = rows(written, "SELECT * FROM outbox")
    assert str(REPORT) not in repr(whole)
    assert REPORT.hex not in repr(whole)


def test_it_is_all_there_for_who_has_the_key(written):
    with written.writing() as transaction:
        delivery = leases.claim(transaction, priority=Priority.NORMAL, worker="w", lease=NOON - NOON, at=NOON)
    assert delivery
    assert (delivery.target, json.loads(delivery.body)["report"]) == ("U0RECIPIENT", "CANARY")
