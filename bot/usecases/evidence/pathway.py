"""The pathway of an incident, in the same number of queries however much has come of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.evidence.pathway import Leg, Path, pathway
from bot.domain.incidents.affected import Affected
from bot.domain.incidents.incident import Incident
from bot.domain.learning.themes import Theme
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import actions, affected, audit, incidents, learning, reports, reviews, themes
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction


@dataclass(frozen=True)
class SeenPathway:
    """The stages of the incident with this reference, what people affected were offered, and its themes."""

    reference: str
    legs: tuple[Leg, ...]
    affected: Sequence[Affected]
    themes: Sequence[Theme] = ()


def pathway_of(context: Context, incident_id: UUID, *, by: str, now: datetime) -> SeenPathway:
    """Recorded before anybody sees it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident, transaction = judge.incident(incident_id, Act.SEE_PATHWAY), judge.transaction
        audit.add(transaction, actor=by, event=AuditEvent.PATHWAY_SEEN, subject=str(incident.id), at=now)
        people = affected.of_incident(transaction, incident.id)
        kept_closely = incident.sensitivity.withheld
        belongs_to = () if kept_closely else themes.of_incident(transaction, incident.id)
        return SeenPathway(incident.reference, legs_of(transaction, incident), people, belongs_to)


def legs_of(transaction: Transaction, incident: Incident) -> tuple[Leg, ...]:
    """The stages of this incident, for whoever may see them."""
    report_ids = incidents.report_ids(transaction, incident.id)
    return pathway(
        Path(
            incident=incident,
            reported_at=[report.reported_at for report in reports.get_all(transaction, report_ids)],
            written_at=reviews.saved_at(transaction, incident.id),
            agreed=reviews.agreement(transaction, incident.id),
            points=learning.progress_of_source(transaction, incident.id),
            actions=actions.of_reports(transaction, report_ids),
            told_at=learning.told_of_source(transaction, incident.id),
        )
    )
