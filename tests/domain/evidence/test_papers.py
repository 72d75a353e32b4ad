"""What a paper is made of: months, medians, splits, and nothing from which a small number could be found."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.evidence.charts import ChartKind
from bot.domain.evidence.facts import DangerFact, Facts
from bot.domain.evidence.figures import Figure, Shown
from bot.domain.evidence.papers import COUNTS, MONTHS_BEFORE, Audience, Measure, Split, Step, evidence_of
from bot.domain.evidence.period import Period, PeriodRefused
from bot.domain.evidence.spc import Direction, PointType
from tests.domain.evidence.facts import AUTUMN, BEGAN, DAY, NOVEMBER, ZONE, a_report_fact, an_action_fact, two_years
from tests.domain.examples import ELM, OAK, a_service

SERVICE = a_service(teams=(OAK, ELM))


def made(facts, period=AUTUMN, audience=Audience.GOVERNANCE, began=BEGAN):
    return evidence_of(facts, period, service=SERVICE, audience=audience, first_report_on=began)


def series(evidence, measure):
    return next(each for each in evidence.series if each.measure is measure)


def sent(count, day=10, **changes):
    return [a_report_fact(datetime(2026, 11, day, 12, tzinfo=UTC), **changes)] * count


def test_a_paper_of_parts_of_months_is_refused():
    with pytest.raises(PeriodRefused):
        made(Facts(), Period(date(2026, 9, 2), date(2026, 9, 30), ZONE))


def test_charts_reach_back_two_years_at_most_and_to_the_first_whole_month():
    assert len(made(two_years(), NOVEMBER).months) == MONTHS_BEFORE
    assert [month.first for month in made(two_years(), began=date(2026, 7, 2)).months] == [
        date(2026, month, 1) for month in (8, 9, 10, 11)
    ]
    assert len(made(Facts(), NOVEMBER, began=None).months) == 1


def test_each_measure_has_a_value_for_each_month_and_limits():
    evidence = made(two_years())
    for measure in Measure:
        found = series(evidence, measure)
        assert len(found.values) == len(evidence.months)
        assert found.direction is (Direction.NEUTRAL if measure in COUNTS else Direction.DECREASE)
    assert series(evidence, Measure.REPORTS).chart
    assert series(evidence, Measure.HOURS_TO_READ).chart


def test_slower_reading_is_worse_and_more_reports_are_not():
    evidence = made(two_years(slower_since=date(2026, 9, 1)))
    assert [each.measure for each in evidence.with_signal(PointType.CONCERN)] == [Measure.HOURS_TO_READ]
    doubled = two_years()
    more = replace(doubled, reports=doubled.reports + tuple(r for r in doubled.reports if r.sent_at.year == 2026))
    assert Measure.REPORTS not in [each.measure for each in made(more).with_signal(PointType.CONCERN)]


def test_what_was_worse_before_the_period_is_not_said_of_it():
    short = two_years()
    slow = tuple(
        replace(report, read_at=report.sent_at + timedelta(hours=90)) if report.sent_at.month == 3 else report
        for report in short.reports
    )
    evidence = made(replace(short, reports=slow))
    chart = series(evidence, Measure.HOURS_TO_READ).chart
    assert chart
    assert PointType.CONCERN in [point.point_type for point in chart.points]
    assert evidence.with_signal(PointType.CONCERN) == ()


def test_the_median_of_a_few_is_hidden_and_then_there_is_no_chart():
    facts = replace(two_years(), dangers=(DangerFact(datetime(2026, 11, 3, 4, tzinfo=UTC), None),))
    found = series(made(facts), Measure.MINUTES_TO_TAKE)
    assert set(found.values) == {None}
    assert (found.choice, found.chart, found.is_drawn()) == (None, None, False)
    assert found in made(facts).without_limits()


def test_a_month_with_few_reports_hides_itself_and_another_one():
    facts = Facts(
        reports=(
            *sent(2),
            *(a_report_fact(datetime(2026, 10, 5, tzinfo=UTC)),) * 9,
            *(a_report_fact(datetime(2026, 9, 5, tzinfo=UTC)),) * 8,
        )
    )
    evidence = made(facts, began=date(2026, 9, 1))
    assert evidence.figures[Figure.REPORTS] == Shown(19)
    shown = [value for value in series(evidence, Measure.REPORTS).values if value is not None]
    assert len(shown) <= 1, "With two of three months and the total, the third would be known."


@pytest.mark.parametrize("few", range(1, 5))
def test_a_split_with_a_few_cannot_be_solved_with_the_total(few):
    kinds = [*sent(few, kind="death"), *sent(20, kind="violence"), *sent(9, kind="medication")]
    found = made(Facts(reports=tuple(kinds)), NOVEMBER).breakdowns[Split.KIND]
    assert found.total == 29 + few
    hidden = [code for code, count in found.counts.items() if count is None]
    assert "death" in hidden
    assert len(hidden) >= 2


def test_where_only_the_total_could_hide_a_few_the_whole_split_is_hidden():
    found = made(Facts(reports=tuple(sent(3, kind="death"))), NOVEMBER)
    assert found.breakdowns[Split.KIND].counts == {"death": None}
    assert found.breakdowns[Split.KIND].total is None
    assert found.figures[Figure.REPORTS] == Shown(None)
    assert found.steps[Step.CLOSED] == Shown(None, None)


def test_nothing_at_all_is_shown_as_nothing():
    found = made(Facts(), NOVEMBER)
    assert found.breakdowns[Split.KIND].counts == {}
    assert found.breakdowns[Split.WEEKDAY].counts == {str(day): 0 for day in range(7)}
    assert found.silent_teams == (OAK.name, ELM.name)
    assert found.dangers == Shown(0, 0)


def test_steps_say_how_far_the_reports_of_the_period_have_come():
    unread = {"read_at": None, "decided_at": None, "answered_at": None, "closed_at": None}
    facts = Facts(reports=(*sent(10), *sent(5, **unread), *sent(5, closed_at=None)))
    found = made(facts, NOVEMBER).steps
    assert found == {
        Step.READ: Shown(15, 20),
        Step.DECIDED: Shown(15, 20),
        Step.ANSWERED: Shown(15, 20),
        Step.CLOSED: Shown(10, 20),
    }


def test_events_are_split_by_the_clock_on_the_wall_of_the_service():
    half_past_midnight = datetime(2026, 10, 14, 23, 30, tzinfo=UTC)
    reports = tuple([a_report_fact(half_past_midnight + DAY / 2, happened_at=half_past_midnight)] * 6)
    found = made(Facts(reports=reports)).breakdowns
    assert found[Split.HOUR].counts == {"0": 6, "1": 0, "2": 0, "3": 0}
    assert found[Split.WEEKDAY].counts["3"] == 6, "In London it was Thursday."


def test_what_leaves_the_organisation_is_rounded_everywhere():
    facts = two_years(31)
    inside, outside = made(facts), made(facts, audience=Audience.COMMISSIONER)
    assert inside.figures[Figure.REPORTS].count == 96
    assert outside.figures[Figure.REPORTS].count == 95
    for shown in (*outside.figures.values(), *outside.steps.values(), outside.dangers):
        assert not (shown.count or 0) % 5
        assert not (shown.whole or 0) % 5
    for split in outside.breakdowns.values():
        assert not any((count or 0) % 5 for count in (*split.counts.values(), split.total))
    for each in outside.series:
        step = 5 if each.measure in COUNTS else 1
        assert not any((value or 0) % step for value in each.values)


def test_a_hidden_month_stays_hidden_when_it_is_rounded():
    facts = Facts(reports=tuple(sent(3)), actions=(an_action_fact(),))
    outside = made(facts, NOVEMBER, Audience.COMMISSIONER)
    assert series(outside, Measure.REPORTS).values[-1] is None
    assert series(outside, Measure.HOURS_TO_READ).values[-1] is None
    assert series(outside, Measure.DAYS_TO_DONE).values[-1] is None


def test_too_few_months_have_a_run_chart_and_rare_events_none():
    evidence = made(two_years(), began=date(2026, 4, 1))
    assert series(evidence, Measure.HOURS_TO_READ).choice.kind is ChartKind.RUN_CHART
    assert series(evidence, Measure.HOURS_TO_READ).is_drawn()
    assert not series(made(Facts()), Measure.ACTIONS_DONE).is_drawn()
