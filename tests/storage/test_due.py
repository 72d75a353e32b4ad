"""Due rows are written, moved and removed in bulk, and found by one question."""

from datetime import timedelta

from storage import due
from storage.due import DueTime
from tests.domain.examples import NOON

DAY = timedelta(days=1)


def _note(subject, due_at=NOON, kind="note"):
    return DueTime(kind, subject, due_at)


def _all(transaction):
    return due.coming(transaction, limit=99)


def test_a_row_takes_the_place_of_one_of_its_kind_and_subject(database):
    with database.writing() as transaction:
        due.put(transaction, [_note("A"), _note("B", NOON - DAY), _note("A", kind="other")])
        due.pause(transaction, _note("A"), error="ValueError", now=NOON)
        due.put(transaction, [_note("A", NOON + DAY)])
        due.put(transaction, [])
        assert _all(transaction) == [_note("B", NOON - DAY), _note("A", kind="other"), _note("A", NOON + DAY)]
        assert due.count(transaction) == 3
        assert due.coming(transaction, limit=1) == [_note("B", NOON - DAY)]


def test_served_rows_move_or_go_and_others_may_follow_however_many(database, monkeypatch):
    monkeypatch.setattr(due, "_MOST_AT_ONCE", 2)
    served = [_note(letter) for letter in "ABCDEFG"]
    following = [_note(letter, NOON + DAY) for letter in "ABC"] + [_note("D", NOON + 2 * DAY), _note("X", NOON)]
    with database.writing() as transaction:
        due.put(transaction, [*served, _note("Z")])
        due.replace(transaction, served, following)
        assert {(row.subject, row.due_at) for row in _all(transaction)} == {
            (row.subject, row.due_at) for row in [*following, _note("Z")]
        }


def test_only_kinds_whose_time_has_come_are_found(database):
    furthest = {"past": DAY, "to come": DAY, "too far": DAY, "paused": DAY, "far for another": 3 * DAY}
    with database.writing() as transaction:
        rows = [("past", NOON), ("to come", NOON + DAY), ("too far", NOON + 2 * DAY), ("paused", NOON)]
        rows += [("far for another", NOON + 2 * DAY), ("unknown", NOON)]
        due.put(transaction, [_note("A", due_at, kind) for kind, due_at in rows])
        due.pause(transaction, _note("A", NOON, "paused"), error="ValueError", now=NOON)
        assert due.kinds_due(transaction, furthest, now=NOON) == {"past", "too far"}
        assert due.kinds_due(transaction, {}, now=NOON) == set()
        assert [row.kind for row in due.failing(transaction)] == ["paused"]


def test_a_kind_that_follows_the_service_has_just_these_rows(database):
    with database.writing() as transaction:
        due.put(transaction, [_note("A"), _note("B"), _note("A", kind="other")])
        due.put_whole_kind(transaction, "note", [_note("B", NOON + DAY), _note("C")])
        assert _all(transaction) == [_note("C"), _note("A", kind="other"), _note("B", NOON + DAY)]


def test_while_one_replica_serves_a_kind_no_other_does(database):
    """On SQLite there is one program, whose writers take turns."""
    with database.writing() as transaction:
        due.put(transaction, [_note("A"), _note("A", kind="other")])
    if not database.shared:
        return
    with database.writing() as one, database.writing() as other:
        assert due.take(one, "note", furthest=DAY, now=NOON) == [_note("A")]
        assert due.take(other, "other", furthest=DAY, now=NOON) == [_note("A", kind="other")]
    with database.writing() as one, database.writing() as other:
        assert due.take(one, "note", furthest=DAY, now=NOON) == [_note("A")]
        assert due.take(other, "note", furthest=DAY, now=NOON) == []
        assert due.take_one(other, _note("A"), furthest=DAY, now=NOON) == []
