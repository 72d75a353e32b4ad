"""The reviews that a person takes part in, in one query: open ones first, what is due soonest before the rest."""

from typing import Any

import sqlalchemy as sa

from bot.domain.incidents.incident import IncidentState, LearningResponse
from bot.domain.reviews.own_review import OwnReview
from storage.engine.transactions import Transaction, table
from storage.incidents import INCIDENTS, incident_from
from storage.tables.incidents import IncidentRow, InvolvedRow
from storage.tables.reviews import ContributionRow, ReviewAgreementRow, ReviewerRow

_INCIDENT, _INVOLVED = table(IncidentRow), table(InvolvedRow)
_REVIEWER, _CONTRIBUTION, _AGREEMENT = table(ReviewerRow), table(ContributionRow), table(ReviewAgreementRow)
_PERSON: sa.BindParameter[str] = sa.bindparam("person")
_AGREED = sa.exists().where(_AGREEMENT.c.incident_id == _INCIDENT.c.id)
_OWN = _CONTRIBUTION.c.incident_id == _INCIDENT.c.id, _CONTRIBUTION.c.person == _PERSON
_INVOLVES = _INVOLVED.c.incident_id == _INCIDENT.c.id, _INVOLVED.c.person == _PERSON
_NONE = str(LearningResponse.NO_FURTHER_RESPONSE)
# Found by the person, from two indexes: of one question with OR, SQLite would read every incident.
_ITS_LEAD = sa.select(_INCIDENT.c.id).where(_INCIDENT.c.response_lead == _PERSON)
_TAKES_PART = sa.select(_REVIEWER.c.incident_id).where(_REVIEWER.c.person == _PERSON)
_REVIEWS = (
    INCIDENTS.add_columns(sa.exists().where(*_OWN).label("written"), _AGREED.label("agreed"))
    .where(
        _INCIDENT.c.id.in_(sa.union(_ITS_LEAD, _TAKES_PART)),
        _INCIDENT.c.response != _NONE,
        _INCIDENT.c.state != str(IncidentState.MERGED),
        ~sa.exists().where(*_INVOLVES),
    )
    .order_by(sa.text("agreed"), _INCIDENT.c.response_due_on, _INCIDENT.c.id)
    .limit(sa.bindparam("most"))
)


def of_person(transaction: Transaction, slack_id: str, *, limit: int) -> list[OwnReview]:
    """Nothing of a review that they were taken off, or of an incident that they are part of."""
    given = {"person": slack_id, "most": limit}
    return [_own(row, slack_id) for row in transaction.core.execute(_REVIEWS, given)]


def _own(row: sa.Row[*tuple[Any, ...]], slack_id: str) -> OwnReview:
    incident, facts = incident_from(row), row._mapping  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
    leads = incident.decision is not None and incident.decision.lead == slack_id
    return OwnReview(incident, leads=leads, written=bool(facts["written"]), agreed=bool(facts["agreed"]))
