"""The figures of a period: what counts, from when to when, and what is hidden."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.evidence.facts import Facts
from bot.domain.evidence.figures import Figure, Shown, figures, part_shown
from bot.domain.evidence.period import Period, PeriodRefused, latest_days, month_before, month_of
from tests.domain.evidence.facts import AUTUMN, DAY, NOVEMBER, ZONE, a_report_fact, an_action_fact

MOMENT = timedelta(microseconds=1)
TUESDAY = datetime(2026, 11, 10, 12, tzinfo=UTC)


def counted(*, reports=(), actions=(), period=NOVEMBER, within=1):
    return figures(Facts(reports=tuple(reports), actions=tuple(actions)), period, read_within=within)


def many(fact, count, **changes):
    return [replace(fact, **changes)] * count


def test_reports_count_in_the_period_in_which_they_were_sent():
    first, after = NOVEMBER.starts_at, NOVEMBER.ends_at
    sent = [a_report_fact(at) for at in (first - MOMENT, first, after - MOMENT, after) for _ in range(5)]
    assert counted(reports=sent)[Figure.REPORTS] == Shown(10)


@pytest.mark.parametrize(
    ("read_at", "in_time"),
    [
        (datetime(2026, 11, 11, 23, 59, tzinfo=UTC), 6),
        (datetime(2026, 11, 12, 0, 0, tzinfo=UTC), 0),
        (None, 0),
    ],
)
def test_in_time_is_by_the_end_of_the_working_day_that_the_service_aims_for(read_at, in_time):
    found = counted(reports=many(a_report_fact(TUESDAY), 6, read_at=read_at))
    assert found[Figure.READ_IN_TIME] == Shown(in_time, 6)


def test_a_report_of_a_friday_is_in_time_on_monday_and_on_tuesday_with_two_days():
    friday, tuesday = datetime(2026, 11, 13, 12, tzinfo=UTC), datetime(2026, 11, 17, 9, tzinfo=UTC)
    sent = many(a_report_fact(friday), 5, read_at=tuesday)
    assert counted(reports=sent)[Figure.READ_IN_TIME] == Shown(0, 5)
    assert counted(reports=sent, within=2)[Figure.READ_IN_TIME] == Shown(5, 5)


def test_an_answer_counts_whenever_it_came_and_a_thank_you_needs_an_answer():
    report = a_report_fact(TUESDAY)
    sent = [
        *many(report, 5, helped=True, answered_at=TUESDAY + 90 * DAY),
        *many(report, 5),
        *many(report, 5, answered_at=None, helped=True),
    ]
    found = counted(reports=sent)
    assert (found[Figure.ANSWERED], found[Figure.HELPED]) == (Shown(10, 15), Shown(5, 10))


def test_actions_count_by_their_due_date_and_are_in_time_on_the_date_itself():
    due_on = date(2026, 11, 30)
    action = an_action_fact(due_on=due_on, done_on=due_on)
    found = counted(
        actions=[
            *many(action, 5),
            *many(action, 5, done_on=due_on + DAY, checked=False, moved=True),
            *many(action, 5, done_on=None, done_at=None, checked=False),
            *many(action, 5, due_on=due_on + DAY),
        ]
    )
    assert found[Figure.ACTIONS_DUE] == Shown(15)
    assert found[Figure.DONE_IN_TIME] == Shown(5, 15)
    assert found[Figure.MOVED] == Shown(5, 15)
    assert found[Figure.DONE] == Shown(10, 15)
    assert found[Figure.CHECKED] == Shown(5, 10)


@pytest.mark.parametrize("few", range(1, 5))
def test_a_few_are_hidden_and_so_is_what_leaves_a_few(few):
    report = a_report_fact(TUESDAY)
    only_few = counted(reports=many(report, few))
    assert only_few[Figure.REPORTS] == Shown(None)
    assert only_few[Figure.ANSWERED] == Shown(None, None)
    few_of_many = counted(reports=[*many(report, few), *many(report, 9, answered_at=None)])
    assert few_of_many[Figure.ANSWERED] == Shown(None, 9 + few)
    all_but_few = counted(reports=[*many(report, 9), *many(report, few, answered_at=None)])
    assert all_but_few[Figure.ANSWERED] == Shown(None, 9 + few)
    assert all_but_few[Figure.HELPED] == Shown(None, None), "A part of what is hidden is hidden."


@pytest.mark.parametrize(("part", "whole", "shown"), [(0, 7, 0), (7, 7, 7), (5, 10, 5), (4, 10, None), (6, 10, None)])
def test_none_and_all_are_shown(part, whole, shown):
    assert part_shown(part, whole, whole) == shown


def test_a_period_without_anything_says_none():
    assert {shown.count for shown in counted().values()} == {0}


def test_the_days_are_those_of_the_service_when_the_clocks_change():
    october = month_of(date(2026, 10, 14), ZONE)
    assert (october.first, october.last) == (date(2026, 10, 1), date(2026, 10, 31))
    assert october.starts_at == datetime(2026, 9, 30, 23, tzinfo=UTC)
    assert october.ends_at == datetime(2026, 11, 1, 0, tzinfo=UTC)


def test_the_latest_days_end_today_and_the_latest_month_is_over():
    new_year = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)
    assert latest_days(30, now=new_year, zone=ZONE) == Period(date(2026, 12, 3), date(2027, 1, 1), ZONE)
    assert month_before(new_year, ZONE) == month_of(date(2026, 12, 1), ZONE)


def test_a_period_in_the_wrong_order_is_refused():
    with pytest.raises(PeriodRefused):
        Period(date(2026, 11, 2), date(2026, 11, 1), ZONE)


@pytest.mark.parametrize(
    ("first", "last"), [(date(2026, 9, 2), date(2026, 9, 30)), (date(2026, 9, 1), date(2026, 9, 29))]
)
def test_parts_of_months_are_no_months(first, last):
    with pytest.raises(PeriodRefused):
        Period(first, last, ZONE).months()


def test_the_months_of_a_period_and_those_before_it():
    assert [month.first for month in AUTUMN.months()] == [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]
    before = AUTUMN.before(3, since=date(2026, 1, 15))
    assert [month.first for month in before] == [date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)]
    whole_ones = AUTUMN.before(12, since=date(2026, 6, 15))
    assert [month.first for month in whole_ones] == [date(2026, 7, 1), date(2026, 8, 1)]
