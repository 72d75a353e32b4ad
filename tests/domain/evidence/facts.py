"""Invented facts of a service: so many reports and actions a month, at fixed times."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.evidence.facts import ActionFact, DangerFact, DecisionFact, Facts, ReportFact
from bot.domain.evidence.period import Period, month_of
from bot.domain.incidents.incident import LearningResponse
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm

ZONE = ZoneInfo("Europe/London")
BEGAN = date(2025, 1, 1)
NOVEMBER = month_of(date(2026, 11, 1), ZONE)
AUTUMN = Period(date(2026, 9, 1), date(2026, 11, 30), ZONE)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
KINDS = ("self_harm", "violence", "medication", "environment", "good_care")


def a_report_fact(sent_at: datetime = datetime(2026, 11, 10, 12, tzinfo=UTC), **changes) -> ReportFact:
    """Read after two hours, decided after a day, answered after five, closed after six."""
    fact = ReportFact(
        team="oak",
        kind="self_harm",
        urgent=False,
        happened_at=sent_at - HOUR,
        sent_at=sent_at,
        read_at=sent_at + 2 * HOUR,
        decided_at=sent_at + DAY,
        answered_at=sent_at + 5 * DAY,
        closed_at=sent_at + 6 * DAY,
    )
    return replace(fact, **changes)


def an_action_fact(agreed_at: datetime = datetime(2026, 11, 2, 12, tzinfo=UTC), **changes) -> ActionFact:
    """Done five days after it was agreed, five days early, and checked."""
    done_at = agreed_at + 5 * DAY
    fact = ActionFact(agreed_at, (agreed_at + 10 * DAY).date(), False, done_at, done_at.date(), True)
    return replace(fact, **changes)


def in_month(month: date, number: int) -> datetime:
    """The moment of the so-manieth event of a month: on each of its first 25 days, at six times of the day."""
    return datetime(month.year, month.month, 1 + number % 25, 4 * (number % 6), tzinfo=UTC)


def two_years(reports: int = 30, *, slower_since: date | None = None) -> Facts:
    """So many reports each month, ten actions and five dangers. Since a date they are read ten times later."""
    months = [date(2025 + number // 12, 1 + number % 12, 1) for number in range(24)]
    sent = [
        _read_later(month, a_report_fact(in_month(month, number), kind=KINDS[number % 5]), number, slower_since)
        for month in months
        for number in range(reports + month.month % 3)
    ]
    return Facts(
        reports=tuple(sent),
        decisions=tuple(_decision(report, number) for number, report in enumerate(sent)),
        actions=tuple(
            an_action_fact(in_month(month, number)) for month in months for number in range(9 + month.month % 3)
        ),
        dangers=tuple(
            DangerFact(in_month(month, number), in_month(month, number) + timedelta(minutes=4 + month.month % 4))
            for month in months
            for number in range(6)
        ),
    )


def _read_later(month: date, report: ReportFact, number: int, slower_since: date | None) -> ReportFact:
    hours = 2 + number % 3 + month.month % 4
    slow = slower_since is not None and month >= slower_since
    return replace(report, read_at=report.sent_at + hours * (10 if slow else 1) * HOUR)


def _decision(report: ReportFact, number: int) -> DecisionFact:
    physical, psychological = list(PhysicalHarm)[number % 2], list(PsychologicalHarm)[number % 3]
    response = list(LearningResponse)[number % 3]
    return DecisionFact(report.sent_at + DAY, physical, psychological, response)
