"""Reads what a paper is made of, in one transaction."""

from dataclasses import replace
from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.evidence.facts import LearningFacts
from bot.domain.evidence.forum_papers import looked_at
from bot.domain.evidence.papers import MONTHS_BEFORE, Audience, Evidence, evidence_of
from bot.domain.evidence.period import Period
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.usecases.context import Context
from bot.usecases.evidence.figures import opinions_of
from bot.usecases.evidence.pathway import legs_of
from bot.usecases.permissions import judged
from storage import affected, denominators, facts, forums, incidents, learned
from storage.engine.transactions import Transaction


def evidence(transaction: Transaction, service: Service, period: Period, audience: Audience) -> Evidence:
    """Everything that a paper about this period says. Raises `PeriodRefused` unless it is of whole months."""
    began = facts.first_report_at(transaction)
    began_on = local_date(began, service.zone) if began else None
    earlier = period.before(MONTHS_BEFORE, since=began_on or period.first)
    whole = Period(earlier[0].first if earlier else period.first, period.last, period.zone)
    found = replace(
        facts.everything(transaction, service, whole),
        learning=_learning(transaction, period),
        opinions=opinions_of(transaction, period),
        denominators=tuple(denominators.known(transaction, whole.first, whole.last)),
    )
    papers = forums.record(transaction, service, *looked_at(period))
    return evidence_of(found, period, service=service, audience=audience, first_report_on=began_on, forums=papers)


def _learning(transaction: Transaction, period: Period) -> LearningFacts:
    chosen = learned.an_incident_with_a_checked_action(transaction, period)
    shown = incidents.find(transaction, chosen) if chosen else None
    return LearningFacts(
        reviews=learned.reviews(transaction, period),
        points=learned.points(transaction, period),
        bulletins=learned.bulletins(transaction, period),
        tests=learned.tests(transaction, period),
        affected=affected.offered(transaction, period),
        pathway=legs_of(transaction, shown) if shown else (),
    )


def evidence_for(context: Context, period: Period, *, by: str, now: datetime) -> Evidence:
    """The same, for a person of the service. Raises `NotForYou`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.READ_FIGURES, "paper")
    with context.database.reading() as transaction:
        return evidence(transaction, context.service, period, Audience.GOVERNANCE)
