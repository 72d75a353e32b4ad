"""How people learned together, for papers: counts and moments, never a word and never a person."""

from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from bot.domain.evidence.facts import ReviewFact
from bot.domain.evidence.period import Period
from bot.domain.reports.name_choice import NameChoice
from bot.domain.sensitivity import Sensitivity
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.bulletins import BulletinRow
from storage.tables.incidents import IncidentRow
from storage.tables.learning import LearningPointRow
from storage.tables.reports import ReportRow
from storage.tables.reviews import ContributionRow, ReviewAgreementRow
from storage.tables.rota import AlertTestRow

_ACTION, _INCIDENT, _REPORT = table(ActionRow), table(IncidentRow), table(ReportRow)
_AGREED, _WROTE, _POINT = table(ReviewAgreementRow), table(ContributionRow), table(LearningPointRow)
_BULLETIN, _TEST = table(BulletinRow), table(AlertTestRow)
_SEEN_WITHIN = timedelta(hours=1)


def reviews(transaction: Transaction, period: Period) -> list[ReviewFact]:
    """The reviews that were agreed in the period."""
    people = sa.select(sa.func.count()).where(_WROTE.c.incident_id == _AGREED.c.incident_id).scalar_subquery()
    point = sa.exists().where(_POINT.c.source == _AGREED.c.incident_id)
    chosen = sa.select(_AGREED.c.agreed_at, people.label("people"), point.label("with_point"))
    rows = transaction.core.execute(chosen.where(_within(_AGREED.c.agreed_at, period)))
    return [ReviewFact(row.agreed_at, row.people, bool(row.with_point)) for row in rows]


def points(transaction: Transaction, period: Period) -> list[datetime]:
    """When learning points were approved."""
    chosen = sa.select(_POINT.c.approved_at).where(_within(_POINT.c.approved_at, period))
    return list(transaction.core.execute(chosen).scalars())


def bulletins(transaction: Transaction, period: Period) -> list[tuple[datetime, str]]:
    """When bulletins were posted, and to which team."""
    chosen = sa.select(_BULLETIN.c.posted_at, _BULLETIN.c.team).where(_within(_BULLETIN.c.posted_at, period))
    return [(row.posted_at, row.team) for row in transaction.core.execute(chosen)]


def tests(transaction: Transaction, period: Period) -> list[tuple[datetime, bool]]:
    """When test alerts were sent, and whether somebody had seen each within the hour."""
    chosen = sa.select(_TEST.c.sent_at, _TEST.c.seen_at).where(_within(_TEST.c.sent_at, period))
    rows = transaction.core.execute(chosen)
    return [(row.sent_at, row.seen_at is not None and row.seen_at - row.sent_at <= _SEEN_WITHIN) for row in rows]


def an_incident_with_a_checked_action(transaction: Transaction, period: Period) -> UUID | None:
    """The ordinary, closed incident of named reports whose action was checked last in the period, if there is one."""
    any_of_it = _REPORT.alias()
    unnamed = sa.exists().where(
        any_of_it.c.incident_id == _INCIDENT.c.id, any_of_it.c.name_choice != NameChoice.NAMED.value
    )
    chosen = (
        sa.select(_INCIDENT.c.id)
        .join(_REPORT, _REPORT.c.incident_id == _INCIDENT.c.id)
        .join(_ACTION, _ACTION.c.report_id == _REPORT.c.id)
        .where(_within(_ACTION.c.checked_at, period), _INCIDENT.c.closed_at.is_not(None), ~unnamed)
        .where(_INCIDENT.c.sensitivity == Sensitivity.ORDINARY.value)
        .order_by(_ACTION.c.checked_at.desc(), _INCIDENT.c.id)
        .limit(1)
    )
    return transaction.core.execute(chosen).scalar()


def _within(column: sa.ColumnElement[datetime], period: Period) -> sa.ColumnElement[bool]:
    return (column >= period.starts_at) & (column < period.ends_at)
