"""Reports come back as they were kept; their narratives come back by another door."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import NoResultFound

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk, Progress
from bot.domain.values import is_visible
from storage import narratives, own_reports, reports
from storage.reports import FormHashes
from tests.domain.examples import NOON, a_report
from tests.storage.examples import WORDS, keep_action, keep_amendment, keep_report, queries_of, raw, rows

ONE = UUID(int=1)
HOUR = timedelta(hours=1)


def test_a_report_comes_back_as_it_was_kept(with_service):
    with with_service.writing() as transaction:
        kept = keep_report(transaction, still_at_risk=AtRisk.NOT_SURE, happened_at=NOON - HOUR)
    with with_service.reading() as transaction:
        assert reports.get(transaction, ONE) == reports.find(transaction, ONE) == kept
        assert reports.find(transaction, UUID(int=9)) is None


def test_the_same_form_is_known_again_and_another_is_not(with_report):
    with with_report.reading() as transaction:
        assert reports.find_by_submission(transaction, b"form 1") == a_report(reference="2222-001")
        assert reports.find_by_submission(transaction, b"form 2") is None


def test_a_report_whose_reference_is_taken_is_not_kept(with_report):
    with with_report.writing() as transaction:
        report, submission = a_report(id=UUID(int=2), reference="2222-001"), FormHashes(b"form 2", b"answers 2")
        assert not reports.add(transaction, report, narrative_sealed=b"sealed", submission=submission)
        assert reports.find(transaction, UUID(int=2)) is None


def test_several_reports_come_in_the_order_they_are_asked_for_in_one_query(with_report):
    with with_report.writing() as transaction:
        for number in range(2, 9):
            keep_report(transaction, number=number)
        keep_action(transaction, number=30, report_id=UUID(int=5))
    with with_report.reading() as transaction, queries_of(with_report) as asked:
        found = reports.get_all(transaction, [UUID(int=number) for number in (5, 1, 8)])
        assert [report.reference for report in found] == ["2222-005", "2222-001", "2222-008"]
        assert [report.progress for report in found] == [Progress.ACTION_AGREED, Progress.RECEIVED, Progress.RECEIVED]
        assert len(asked) == 1
        with pytest.raises(NoResultFound):
            reports.get_all(transaction, [UUID(int=99)])


def test_answers_are_known_if_the_report_or_one_of_its_amendments_has_them(with_report):
    with with_report.writing() as transaction:
        keep_report(transaction, number=2)
        keep_amendment(transaction)
        known = {
            (report, answers)
            for report in (1, 2)
            for answers in (b"answers 1", b"answers 2", b"answers 3", b"form 1")
            if reports.has_version(transaction, UUID(int=report), answers)
        }
    assert known == {(1, b"answers 1"), (1, b"answers 3"), (2, b"answers 2")}


def test_an_amendment_tells_the_report_anew_and_leaves_it_as_it_was(with_report):
    with with_report.writing() as transaction:
        changed: dict[str, Any] = {
            "kind": "medication",
            "still_at_risk": AtRisk.YES,
            "team": "elm",
            "happened_at": NOON - HOUR,
        }
        amendment = keep_amendment(transaction, **changed)
    with with_report.reading() as transaction:
        assert reports.get_amended(transaction, amendment) == a_report(reference="2222-001", **changed)
        assert reports.get(transaction, ONE) == a_report(reference="2222-001")


def test_a_person_sees_their_own_reports_only_the_newest_first(with_service):
    with with_service.writing() as transaction:
        for number in range(1, 6):
            keep_report(transaction, number=number, reported_at=NOON + number * HOUR)
        keep_report(transaction, number=6, reporter="U0SAFETY", reported_at=NOON + 9 * HOUR)
        found = own_reports.of_reporter(transaction, "U0AMARA", limit=3)
        rest = own_reports.of_reporter(transaction, "U0AMARA", limit=3, skipped=3)
    assert [own.report.reference for own in found] == ["2222-005", "2222-004", "2222-003"]
    assert [own.report.reference for own in rest] == ["2222-002", "2222-001"]


def test_a_report_makes_progress_from_received_over_read_to_an_agreed_action(with_report):
    def progress():
        with with_report.reading() as transaction:
            return reports.get(transaction, ONE).progress

    assert progress() is Progress.RECEIVED
    with with_report.writing() as transaction:
        reports.mark_read(transaction, ONE, NOON, by="U0SAFETY")
    assert progress() is Progress.READ
    with with_report.writing() as transaction:
        keep_action(transaction)
    assert progress() is Progress.ACTION_AGREED


def test_only_the_first_reading_is_remembered(with_report):
    with with_report.writing() as transaction:
        for moment in (NOON, NOON + HOUR):
            reports.mark_read(transaction, ONE, moment, by="U0SAFETY")
    with with_report.writing() as transaction:
        reports.mark_read(transaction, ONE, NOON - HOUR, by="U0SAFETY")
    assert rows(with_report, "SELECT first_read_at FROM report") == [("2026-11-24 12:00:00.000000",)]


@given(text=st.text(min_size=1, max_size=3000).filter(is_visible))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_narrative_comes_back_just_as_it_was_written(with_service, text):
    with with_service.reading() as transaction:  # Nothing of it stays: the next example starts anew.
        keep_report(transaction, text=text)
        assert [narrative and narrative.text for narrative in narratives.of_report(transaction, ONE)] == [text]


def test_narratives_come_the_first_before_those_of_the_amendments_in_their_order(with_report):
    with with_report.writing() as transaction:
        keep_amendment(transaction, number=4, text="later", now=NOON + 2 * HOUR)
        keep_amendment(transaction, number=5, text="sooner", now=NOON + HOUR)
        keep_report(transaction, number=2, text="of another report")
    with with_report.reading() as transaction:
        assert [narrative and narrative.text for narrative in narratives.of_report(transaction, ONE)] == [
            WORDS,
            "sooner",
            "later",
        ]


def test_a_narrative_that_was_moved_to_another_report_is_not_shown_there(with_report):
    with with_report.writing() as transaction:
        keep_report(transaction, number=2, text="of another report")
    raw(with_report, "UPDATE report SET narrative_sealed = (SELECT narrative_sealed FROM report LIMIT 1)")
    with with_report.reading() as transaction:
        assert narratives.of_report(transaction, ONE)
        assert narratives.of_report(transaction, UUID(int=2)) == [None]


def test_a_narrative_that_was_moved_to_an_amendment_is_not_shown_there(with_report):
    with with_report.writing() as transaction:
        keep_amendment(transaction)
    raw(with_report, "UPDATE amendment SET narrative_sealed = (SELECT narrative_sealed FROM report)")
    with with_report.reading() as transaction:
        assert narratives.of_report(transaction, ONE) == [Narrative(text=WORDS), None]
