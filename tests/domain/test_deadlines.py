"""The day by which a report should be read, in working days."""

from datetime import date

import pytest

from bot.domain.reports.deadlines import read_by
from tests.domain.examples import a_service


@pytest.mark.parametrize(
    ("today", "working_days", "expected"),
    [
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 12, 24), 2, date(2026, 12, 30)),
    ],
)
def test_a_report_should_be_read_within_the_working_days_of_the_service(today, working_days, expected):
    assert read_by(a_service(read_within_working_days=working_days), today=today) == expected
