"""What happens once is recorded once."""

from datetime import date, timedelta

from storage import occurrences
from tests.domain.examples import NOON
from tests.storage.examples import at_once, rows


def _first_time(transaction, key="2026-11-23", *, kind="bulletin", subject="oak", now=NOON):
    return occurrences.first_time(transaction, kind, subject=subject, local_key=key, now=now)


def test_only_the_first_time_is_the_first_time(database):
    with database.writing() as transaction:
        assert _first_time(transaction)
        assert not _first_time(transaction, now=NOON + timedelta(days=1))
    with database.writing() as transaction:
        assert not _first_time(transaction)
    assert rows(database, "SELECT made_at FROM occurrence") == [("2026-11-24 12:00:00.000000",)]


def test_another_kind_subject_or_key_is_another_occurrence(database):
    with database.writing() as transaction:
        assert _first_time(transaction)
        assert _first_time(transaction, kind="nudge")
        assert _first_time(transaction, subject="elm")
        assert _first_time(transaction, "2026-11-30")


def test_of_several_at_once_those_that_are_new_are_told_in_order(database):
    with database.writing() as transaction:
        assert _first_time(transaction)
        keys = [("oak", "2026-11-30"), ("oak", "2026-11-23"), ("elm", "2026-11-23")]
        assert occurrences.first_times(transaction, "bulletin", keys, now=NOON) == [
            ("elm", "2026-11-23"),
            ("oak", "2026-11-30"),
        ]
        assert occurrences.first_times(transaction, "bulletin", [], now=NOON) == []


def test_what_was_recorded_for_later_dates_can_be_taken_back(database):
    with database.writing() as transaction:
        for key in ("2026-11-23", "2026-11-30", "2026-12-07"):
            _first_time(transaction, key)
        _first_time(transaction, "2026-12-07", subject="elm")
        _first_time(transaction, "2026-12-07", kind="nudge")
        occurrences.forget_after(transaction, "bulletin", "oak", day=date(2026, 11, 30))
    assert rows(database, "SELECT kind, subject, local_key FROM occurrence ORDER BY 1, 2, 3") == [
        ("bulletin", "elm", "2026-12-07"),
        ("bulletin", "oak", "2026-11-23"),
        ("bulletin", "oak", "2026-11-30"),
        ("nudge", "oak", "2026-12-07"),
    ]


def test_of_many_at_once_one_is_first(database):
    first = []

    def happen(_number):
        with database.writing(wait=30) as transaction:
            if _first_time(transaction):
                first.append(transaction)

    at_once(happen, threads=16)
    assert len(first) == 1


def test_the_latest_date_is_the_latest_by_date_whatever_came_in_last(with_service):
    with with_service.writing() as transaction:
        assert _latest(transaction) == {"oak": None, "elm": None}
        for key in ("2026-12-28", "2027-01-04", "2026-11-30"):
            _first_time(transaction, key)
        _first_time(transaction, "2027-06-07", subject="elm")
        _first_time(transaction, "2027-06-07", kind="nudge")
        _first_time(transaction, "2027-06-07", subject="a team that is no longer there")
        assert _latest(transaction) == {"oak": date(2027, 1, 4), "elm": date(2027, 6, 7)}


def _latest(transaction):
    return {team: latest for team, (_, latest) in occurrences.of_teams(transaction, "bulletin").items()}
