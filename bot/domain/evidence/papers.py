"""What a paper for a governance forum or a commissioner is made of: numbers only, and small ones hidden.

Every number of a paper comes from here. A paper covers whole months; its charts reach further back, so that a month
can be told from its neighbours.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median

from bot.domain.evidence.charts import ChartChoice, ChartKind, chart_for
from bot.domain.evidence.facts import DangerFact, DecisionFact, Facts, ReportFact
from bot.domain.evidence.figures import Figure, Shown, figures, part_shown
from bot.domain.evidence.forum_papers import NO_FORUM, ForumRecord
from bot.domain.evidence.holding import Holding, holding
from bot.domain.evidence.learned import (
    NOT_OF_PEOPLE,
    Learned,
    PathDay,
    days_of,
    learned,
)
from bot.domain.evidence.period import Period
from bot.domain.evidence.spc import Direction, PointType, Xmr, xmr
from bot.domain.hiding.tables import SMALLEST_SHOWN, is_small
from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.service import Service
from bot.domain.small_numbers import published

MONTHS_BEFORE = 23
"""With the month of the paper, two years: enough for limits, and not so old that the service was another one."""
ROUNDED_TO = 5
"""Counts in a paper that leaves the organisation. [K] An operational default, as NHS England rounds its own."""
_HOUR, _MINUTE, _DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


class Audience(StrEnum):
    """Whom a paper is for. A commissioner's leaves the organisation, so its counts are rounded."""

    GOVERNANCE = "governance"
    COMMISSIONER = "commissioner"


class Measure(StrEnum):
    """What is counted or timed each month."""

    REPORTS = "reports"
    HOURS_TO_REPORT = "hours_to_report"
    HOURS_TO_READ = "hours_to_read"
    HOURS_TO_DECIDE = "hours_to_decide"
    DAYS_TO_ANSWER = "days_to_answer"
    MINUTES_TO_TAKE = "minutes_to_take"
    ACTIONS_AGREED = "actions_agreed"
    ACTIONS_DONE = "actions_done"
    DAYS_TO_DONE = "days_to_done"


COUNTS = frozenset({Measure.REPORTS, Measure.ACTIONS_AGREED, Measure.ACTIONS_DONE})
"""The others are medians: of a long time and a short one, more is worse. More reports are not worse."""


class Step(StrEnum):
    """How far a report has come."""

    READ = "read"
    DECIDED = "decided"
    ANSWERED = "answered"
    CLOSED = "closed"


class Split(StrEnum):
    """By what reports or decisions are split."""

    KIND = "kind"
    NAME = "name"
    HOUR = "hour"
    WEEKDAY = "weekday"
    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Series:
    """A measure by month, the oldest first. None is hidden. `chart` is there if it may be an XmR chart."""

    measure: Measure
    values: tuple[float | None, ...]
    choice: ChartChoice | None
    """None if a month is hidden: a gap is no number."""
    chart: Xmr | None

    @property
    def direction(self) -> Direction:
        return Direction.NEUTRAL if self.measure in COUNTS else Direction.DECREASE

    def signals(self, latest: int) -> tuple[PointType, ...]:
        """What the points of the latest months are."""
        return tuple(point.point_type for point in self.chart.points[-latest:]) if self.chart else ()

    def is_drawn(self) -> bool:
        return self.choice is not None and self.choice.kind in (ChartKind.XMR, ChartKind.RUN_CHART)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts by code, and their total. None is hidden."""

    counts: Mapping[str, int | None]
    total: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paper without its words. `months` begin before the period; the last ones are those of the period."""

    audience: Audience
    period: Period
    months: tuple[Period, ...]
    figures: Mapping[Figure, Shown]
    steps: Mapping[Step, Shown]
    dangers: Shown
    """Those that nobody took, of all of the period."""
    series: tuple[Series, ...]
    breakdowns: Mapping[Split, Breakdown]
    silent_teams: tuple[str, ...]
    """Names of the teams that sent no report: a question, and no verdict."""
    holding: Holding
    forums: ForumRecord = NO_FORUM
    learned: Mapping[Learned, Shown] = field(default_factory=dict)
    one_pathway: Sequence[PathDay] = ()
    """How one incident went, from report to proof; without anything that says which."""

    @property
    def months_of_period(self) -> int:
        return len(self.period.months())

    def with_signal(self, point_type: PointType) -> tuple[Series, ...]:
        """The measures with such a signal in a month of the period."""
        return tuple(each for each in self.series if point_type in each.signals(self.months_of_period))

    def without_limits(self) -> tuple[Series, ...]:
        """The measures of which nobody can say whether they changed."""
        return tuple(each for each in self.series if each.chart is None)


def evidence_of(
    facts: Facts,
    period: Period,
    *,
    service: Service,
    audience: Audience,
    first_report_on: date | None,
    forums: ForumRecord = NO_FORUM,
) -> Evidence:
    """Everything that a paper says. Raises `PeriodRefused` if the period is not of whole months.

    `first_report_on` is when the service began to report: months before the first whole one after it are not shown.
    """
    earlier = period.before(MONTHS_BEFORE, since=first_report_on or period.first)
    months = (*earlier, *period.months())
    sent = [report for report in facts.reports if period.has(report.sent_at)]
    dangers = [danger for danger in facts.dangers if period.has(danger.started_at)]
    found = Evidence(
        audience=audience,
        period=period,
        months=months,
        figures=figures(facts, period, read_within=service.read_within_working_days),
        steps=_steps(sent),
        dangers=_untaken(dangers),
        series=tuple(_series(measure, _values(measure, facts, months, len(earlier))) for measure in Measure),
        breakdowns=_breakdowns(sent, [each for each in facts.decisions if period.has(each.decided_at)], period),
        silent_teams=tuple(team.name for team in service.teams if team.code not in {each.team for each in sent}),
        holding=holding(facts.holds, period),
        forums=forums,
        learned=learned(facts.learning, period),
        one_pathway=days_of(facts.learning.pathway),
    )
    return rounded(found) if audience is Audience.COMMISSIONER else found


def _steps(sent: Sequence[ReportFact]) -> dict[Step, Shown]:
    counts = {
        Step.READ: sum(each.read_at is not None for each in sent),
        Step.DECIDED: sum(each.decided_at is not None for each in sent),
        Step.ANSWERED: sum(each.answered_at is not None for each in sent),
        Step.CLOSED: sum(each.closed_at is not None for each in sent),
    }
    whole = None if is_small(len(sent)) else len(sent)
    return {step: Shown(part_shown(count, len(sent), whole), whole) for step, count in counts.items()}


def _untaken(dangers: Sequence[DangerFact]) -> Shown:
    count = sum(each.taken_at is None for each in dangers)
    whole = None if is_small(len(dangers)) else len(dangers)
    return Shown(part_shown(count, len(dangers), whole), whole)


def _values(measure: Measure, facts: Facts, months: Sequence[Period], earlier: int) -> tuple[float | None, ...]:
    if measure in COUNTS:
        counts = [sum(month.has(moment) for moment in _moments(measure, facts)) for month in months]
        return (*_row(counts[:earlier]), *_row(counts[earlier:]))
    times = list(_times(measure, facts))
    return tuple(_median([took for at, took in times if month.has(at)]) for month in months)


def _moments(measure: Measure, facts: Facts) -> list[datetime]:
    match measure:
        case Measure.REPORTS:
            return [report.sent_at for report in facts.reports]
        case Measure.ACTIONS_AGREED:
            return [action.agreed_at for action in facts.actions]
        case _:
            return [action.done_at for action in facts.actions if action.done_at]


def _row(counts: Sequence[int]) -> list[int | None]:
    """Counts whose total is known, so that a hidden one cannot be found by subtraction.

    Where only a hidden total would do, all are hidden, because the total stands elsewhere in the paper.
    """
    if not counts:
        return []
    *shown, total = published({"row": [counts]}, [])["row"][0]
    return [None] * len(counts) if total is None else shown


_REPORT_TIMES: Mapping[Measure, tuple[Callable[[ReportFact], tuple[datetime, datetime | None]], timedelta]] = {
    Measure.HOURS_TO_REPORT: (lambda each: (each.happened_at, each.sent_at), _HOUR),
    Measure.HOURS_TO_READ: (lambda each: (each.sent_at, each.read_at), _HOUR),
    Measure.HOURS_TO_DECIDE: (lambda each: (each.sent_at, each.decided_at), _HOUR),
    Measure.DAYS_TO_ANSWER: (lambda each: (each.sent_at, each.answered_at), _DAY),
}


def _times(measure: Measure, facts: Facts) -> Iterable[tuple[datetime, float]]:
    """When each began to count, and how long it took. What has not come yet has no length."""
    if measure in _REPORT_TIMES:
        ends, unit = _REPORT_TIMES[measure]
        return [
            (report.sent_at, (end - start) / unit)
            for report in facts.reports
            for start, end in [ends(report)]
            if end is not None
        ]
    if measure is Measure.MINUTES_TO_TAKE:
        return [
            (each.started_at, (each.taken_at - each.started_at) / _MINUTE) for each in facts.dangers if each.taken_at
        ]
    return [(each.done_at, (each.done_at - each.agreed_at) / _DAY) for each in facts.actions if each.done_at]


def _median(values: Sequence[float]) -> float | None:
    """To one decimal. Of fewer than five it would be somebody's own."""
    return round(median(values), 1) if len(values) >= SMALLEST_SHOWN else None


def _series(measure: Measure, values: tuple[float | None, ...]) -> Series:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return Series(measure, values, None, None)
    choice = chart_for(known)
    direction = Direction.NEUTRAL if measure in COUNTS else Direction.DECREASE
    chart = xmr(known, improvement=direction) if choice.kind is ChartKind.XMR else None
    return Series(measure, values, choice, chart)


def _breakdowns(
    sent: Sequence[ReportFact], decided: Sequence[DecisionFact], period: Period
) -> dict[Split, Breakdown]:
    local = [report.happened_at.astimezone(period.zone) for report in sent]
    return {
        Split.KIND: _breakdown(report.kind for report in sent),
        Split.NAME: _breakdown((each.name_choice for each in sent), order=[str(each) for each in NameChoice]),
        Split.HOUR: _breakdown((str(at.hour // 6) for at in local), order=[str(part) for part in range(4)]),
        Split.WEEKDAY: _breakdown((str(at.weekday()) for at in local), order=[str(day) for day in range(7)]),
        Split.PHYSICAL: _breakdown(each.physical for each in decided),
        Split.PSYCHOLOGICAL: _breakdown(each.psychological for each in decided),
        Split.RESPONSE: _breakdown(each.response for each in decided),
    }


def _breakdown(codes: Iterable[str], *, order: Sequence[str] = ()) -> Breakdown:
    """By code, the most frequent first, or in this order."""
    counts = Counter[str](dict.fromkeys(order, 0))
    counts.update(str(code) for code in codes)
    names = list(order) or sorted(counts, key=lambda code: (-counts[code], code))
    whole = sum(counts.values())
    shown = _row([counts[name] for name in names])
    return Breakdown(dict(zip(names, shown, strict=True)), None if is_small(whole) else whole)


def rounded(evidence: Evidence) -> Evidence:
    """For a paper that leaves the organisation: counts to the next five, times to whole ones."""
    return replace(
        evidence,
        figures={figure: _rounded(shown) for figure, shown in evidence.figures.items()},
        steps={step: _rounded(shown) for step, shown in evidence.steps.items()},
        dangers=_rounded(evidence.dangers),
        series=tuple(
            _series(each.measure, tuple(_rounded_value(each.measure, v) for v in each.values))
            for each in evidence.series
        ),
        breakdowns={
            split: Breakdown({code: _to_five(count) for code, count in each.counts.items()}, _to_five(each.total))
            for split, each in evidence.breakdowns.items()
        },
        learned={
            each: shown if each in NOT_OF_PEOPLE else _rounded(shown) for each, shown in evidence.learned.items()
        },
        holding=Holding(tuple(tuple(map(_to_five, row)) for row in evidence.holding.rows)),
    )


def _rounded_series(series: Series) -> Series:
    return _series(series.measure, tuple(_rounded_value(series.measure, value) for value in series.values))


def _rounded(shown: Shown) -> Shown:
    return Shown(_to_five(shown.count), _to_five(shown.whole))


def _to_five(count: float | None) -> int | None:
    return None if count is None else ROUNDED_TO * int(count / ROUNDED_TO + 0.5)


def _rounded_value(measure: Measure, value: float | None) -> float | None:
    if value is None:
        return None
    return float(_to_five(value) or 0) if measure in COUNTS else float(int(value + 0.5))
