"""The figures of a period, for whoever may read them."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.domain.evidence.figures import Figure, Shown, figures
from bot.domain.evidence.period import Period, latest_days
from bot.domain.reports.opinions import Counts, quarters
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import facts, opinions
from storage.engine.transactions import Transaction

DAYS = 30
"""The days that the figures of today are about."""
Figures = Mapping[Figure, Shown]
Opinions = Mapping[date, Counts]
"""What is published of each quarter."""


def figures_for(context: Context, *, by: str, now: datetime) -> tuple[Period, Figures, Opinions]:
    """The figures of the latest days, with what reporters think of reporting. Raises `NotForYou`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.READ_FIGURES, "figures")
    with context.database.reading() as transaction:
        period, found = latest_figures(transaction, context.service, now=now)
        return period, found, opinions_of(transaction, period)


def latest_figures(transaction: Transaction, service: Service, *, now: datetime) -> tuple[Period, Figures]:
    """The figures of the latest days, for whoever has been judged."""
    period = latest_days(DAYS, now=now, zone=service.zone)
    return period, figures_of(transaction, service, period)


def figures_of(transaction: Transaction, service: Service, period: Period) -> Figures:
    """The figures of any period."""
    found = facts.reports_and_actions(transaction, service, period)
    return figures(found, period, read_within=service.read_within_working_days)


def opinions_of(transaction: Transaction, period: Period) -> Opinions:
    """What reporters think of reporting, in each quarter that the period touches."""
    return opinions.published(transaction, quarters(period.first, period.last))
