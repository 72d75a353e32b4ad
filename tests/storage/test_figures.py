"""Figures: each team's own reports of each day to the instant, and those read in time, all in one query."""

from datetime import timedelta

from bot.domain.bulletins.draft import ReadCounts
from storage import figures, reports
from storage.figures import Day
from tests.domain.examples import NOON
from tests.storage.examples import keep_report, queries_of

HOUR, INSTANT = timedelta(hours=1), timedelta(microseconds=1)
FIRST = Day(NOON, NOON + 24 * HOUR, NOON + 48 * HOUR)
SECOND = Day(NOON + 24 * HOUR, NOON + 48 * HOUR, NOON + 96 * HOUR)


def _counts(reports: int, in_time: int) -> ReadCounts:
    return ReadCounts(reports=reports, in_time=in_time)


def test_reports_count_from_the_first_instant_up_to_the_last_and_in_their_own_team(with_service):
    moments = FIRST.start - INSTANT, FIRST.start, FIRST.until - INSTANT, FIRST.until
    with with_service.writing() as transaction:
        for number, moment in enumerate(moments, start=1):
            keep_report(transaction, number=number, reported_at=moment)
        keep_report(transaction, number=9, reported_at=NOON, team="elm")
        assert figures.read_in_time(transaction, ["oak", "elm", "ash"], [FIRST]) == {
            "oak": _counts(2, 0),
            "elm": _counts(1, 0),
            "ash": _counts(0, 0),
        }


def test_a_report_is_read_in_time_up_to_the_last_instant_of_its_own_day_s_aim(with_service):
    read = [(FIRST, FIRST.read_by - INSTANT), (FIRST, FIRST.read_by), (SECOND, FIRST.read_by + HOUR), (SECOND, None)]
    with with_service.writing() as transaction:
        for number, (day, first_read_at) in enumerate(read, start=1):
            report = keep_report(transaction, number=number, reported_at=day.start)
            if first_read_at:
                reports.mark_read(transaction, report.id, first_read_at, by="U0SAFETY")
        assert figures.read_in_time(transaction, ["oak"], [FIRST, SECOND]) == {"oak": _counts(4, 2)}


def test_all_teams_and_days_take_one_query(with_service):
    teams = [f"team{number}" for number in range(500)]
    with with_service.reading() as transaction, queries_of(with_service) as asked:
        figures.read_in_time(transaction, teams, [FIRST, SECOND] * 14)
        assert len(asked) == 1
        assert figures.read_in_time(transaction, [], [FIRST]) == {}
