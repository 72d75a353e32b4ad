"""What happens once is recorded once."""

from datetime import date, timedelta

from storage import occurrences
from tests.domain.examples import NOON
from tests.storage.examples import at_once, rows


def _first_time(work, key="2026-11-23", *, kind="bulletin", subject="oak", now=NOON):
    return occurrences.first_time(work, kind, subject=subject, local_key=key, now=now)


def test_only_the_first_time_is_the_first_time(database):
    with database.writing() as work:
        assert _first_time(work)
        assert not _first_time(work, now=NOON + timedelta(days=1))
    with database.writing() as work:
        assert not _first_time(work)
    assert rows(database, "SELECT made_at FROM occurrence") == [("2026-11-24 12:00:00.000000",)]


def test_another_kind_subject_or_key_is_another_occurrence(database):
    with database.writing() as work:
        assert _first_time(work)
        assert _first_time(work, kind="nudge")
        assert _first_time(work, subject="elm")
        assert _first_time(work, "2026-11-30")


def test_it_is_known_whether_something_happened(database):
    with database.writing() as work:
        _first_time(work)
        assert occurrences.happened(work, "bulletin", subject="oak", local_key="2026-11-23")
        assert not occurrences.happened(work, "bulletin", subject="oak", local_key="2026-11-30")


def test_of_many_at_once_one_is_first(database):
    first = []

    def happen(_number):
        with database.writing(wait=30) as work:
            if _first_time(work):
                first.append(work)

    at_once(happen, threads=16)
    assert len(first) == 1


def test_the_latest_date_is_the_latest_by_date_whatever_came_in_last(database):
    with database.writing() as work:
        assert occurrences.latest_date(work, "bulletin", subject="oak") is None
        for key in ("2026-12-28", "2027-01-04", "2026-11-30"):
            _first_time(work, key)
        _first_time(work, "2027-06-07", subject="elm")
        _first_time(work, "2027-06-07", kind="nudge")
        assert occurrences.latest_date(work, "bulletin", subject="oak") == date(2027, 1, 4)
