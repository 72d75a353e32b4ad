"""Incidents without any words: what lists, cards and rules are made of."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.incidents.incident import Decision, Incident, IncidentState, LearningResponse
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.name_choice import ANONYMOUS_REPORTER
from bot.domain.reports.report import Report
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import Circumstances
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.danger import DangerRow
from storage.tables.incidents import IncidentRow, InvolvedRow
from storage.tables.reports import ReportRow
from storage.tables.reviews import ReviewerRow

_INCIDENT, _REPORT, _INVOLVED = table(IncidentRow), table(ReportRow), table(InvolvedRow)
_DANGER, _REVIEWER = table(DangerRow), table(ReviewerRow)
INCIDENTS = sa.select(_INCIDENT, _REPORT.c.reference).join(_REPORT, _REPORT.c.id == _INCIDENT.c.id)
"""Every list of incidents adds its conditions to this."""
_BY_ID = INCIDENTS.where(_INCIDENT.c.id == sa.bindparam("incident"))
_BY_ID_LOCKED = _BY_ID.with_for_update(of=_INCIDENT)
_OF_REPORT = sa.select(_REPORT.c.incident_id).where(_REPORT.c.id == sa.bindparam("report"))
_OF_REFERENCE = sa.select(_REPORT.c.incident_id).where(_REPORT.c.reference == sa.bindparam("reference"))
_DECISION = {
    "category": "category",
    "physical_harm": "physical_harm",
    "psychological_harm": "psychological_harm",
    "response": "response",
    "lead": "response_lead",
    "due_on": "response_due_on",
    "decided_by": "decided_by",
    "decided_at": "decided_at",
}
"""Where each part of a decision stands in the row."""


def add(
    transaction: Transaction, report: Report, *, sensitivity: Sensitivity, involved: Collection[str] = ()
) -> None:
    """Begin an incident with this report, before the report itself is added."""
    transaction.add(
        IncidentRow(
            id=report.id,
            kind=report.kind,
            team=report.team,
            opened_at=report.reported_at,
            state=IncidentState.NEW,
            sensitivity=sensitivity,
            unanswered=1,
            version=1,
        )
    )
    transaction.flush()
    transaction.add_all(InvolvedRow(incident_id=report.id, person=person) for person in involved)
    transaction.flush()


def hide_order(transaction: Transaction, incident_id: UUID) -> None:
    """The incident, and who is part of it, tell nothing by their places in the tables."""
    transaction.hide_order(IncidentRow, incident_id)
    transaction.hide_order(InvolvedRow, incident_id, by="incident_id")


def to_the_day(transaction: Transaction, incident_id: UUID, day: datetime) -> None:
    """From now on nobody knows more than the day on which it began."""
    transaction.core.execute(sa.update(_INCIDENT).where(_INCIDENT.c.id == incident_id).values(opened_at=day))


def involve(transaction: Transaction, incident_id: UUID, people: Collection[str]) -> None:
    """These people are part of it as well."""
    rows = [{"incident_id": incident_id, "person": person} for person in sorted(people)]
    transaction.insert_all_once(InvolvedRow, rows)


def find(transaction: Transaction, incident_id: UUID) -> Incident | None:
    """The incident, or None if there is none with this id."""
    row = transaction.core.execute(_BY_ID, {"incident": incident_id}).first()
    return incident_from(row) if row else None


def get_for_update(transaction: Transaction, incident_id: UUID) -> Incident | None:
    """The incident, which nobody else changes until this transaction ends."""
    row = transaction.core.execute(_BY_ID_LOCKED, {"incident": incident_id}).first()
    return incident_from(row) if row else None


def of_report(transaction: Transaction, report_id: UUID) -> Incident:
    """The incident of a report that must exist, which nobody else changes until this transaction ends."""
    incident_id = transaction.core.execute(_OF_REPORT, {"report": report_id}).scalar_one()
    return incident_from(transaction.core.execute(_BY_ID_LOCKED, {"incident": incident_id}).one())


def id_of_report(transaction: Transaction, report_id: UUID) -> UUID | None:
    """The incident that a report belongs to."""
    return transaction.core.execute(_OF_REPORT, {"report": report_id}).scalar()


def id_of_reference(transaction: Transaction, reference: str) -> UUID | None:
    """The incident of the report with this reference."""
    return transaction.core.execute(_OF_REFERENCE, {"reference": reference}).scalar()


def report_ids(transaction: Transaction, incident_id: UUID) -> list[UUID]:
    """Its reports, the oldest first."""
    chosen = sa.select(_REPORT.c.id).where(_REPORT.c.incident_id == incident_id)
    return list(transaction.core.execute(chosen.order_by(_REPORT.c.reported_at, _REPORT.c.id)).scalars())


def change(
    transaction: Transaction, before: Incident, after: Incident, *, reason_sealed: bytes | None = None
) -> None:
    """Write what differs, with the next version. `before` must have been read for update."""
    values = {name: getattr(after, name) for name in _PLAIN} | _decision_values(after.decision)
    values |= {"version": before.version + 1} | ({"reason_sealed": reason_sealed} if reason_sealed else {})
    transaction.core.execute(sa.update(_INCIDENT).where(_INCIDENT.c.id == before.id).values(**values))


def seal_reason(transaction: Transaction, reason: str, incident_id: UUID) -> bytes:
    return transaction.seal(reason, bound_to=_bound_to(incident_id))


def reason_of(transaction: Transaction, incident_id: UUID) -> str | None:
    """Why it was decided so; None if there is no decision, or if the words cannot be read."""
    chosen = sa.select(_INCIDENT.c.reason_sealed).where(_INCIDENT.c.id == incident_id)
    sealed = transaction.core.execute(chosen).scalar()
    try:
        return transaction.unseal(sealed, bound_to=_bound_to(incident_id)) if sealed else None
    except SealBroken:
        return None


def _bound_to(incident_id: UUID) -> str:
    return f"incident.reason:{incident_id}"


def circumstances(transaction: Transaction, incident: Incident) -> Circumstances:
    """Who has to do with the incident: what access is judged by."""
    reporters = sa.select(_REPORT.c.reporter).where(
        _REPORT.c.incident_id == incident.id, _REPORT.c.reporter != ANONYMOUS_REPORTER
    )
    involved = sa.select(_INVOLVED.c.person).where(_INVOLVED.c.incident_id == incident.id)
    holder = sa.select(_DANGER.c.holder).where(_DANGER.c.incident_id == incident.id)
    reviewers = sa.select(_REVIEWER.c.person).where(_REVIEWER.c.incident_id == incident.id)
    return Circumstances(
        team=incident.team,
        sensitivity=incident.sensitivity,
        reporters=frozenset(transaction.core.execute(reporters).scalars()),
        holder=transaction.core.execute(holder).scalar(),
        involved=frozenset(transaction.core.execute(involved).scalars()),
        reviewers=frozenset(transaction.core.execute(reviewers).scalars()),
        review_lead=review_lead(incident.decision),
    )


def review_lead(decision: Decision | None) -> str | None:
    """Who leads the review that was decided, if there is to be one."""
    reviewed = decision is not None and decision.response is not LearningResponse.NO_FURTHER_RESPONSE
    return decision.lead if decision and reviewed else None


def move_report(transaction: Transaction, report_id: UUID, *, to: UUID) -> None:
    """A report becomes one of another incident."""
    transaction.core.execute(sa.update(_REPORT).where(_REPORT.c.id == report_id).values(incident_id=to))


def incident_from(row: sa.Row[*tuple[Any, ...]]) -> Incident:
    """The value of one row of `INCIDENTS`."""
    facts = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
    return Incident(
        **{name: facts[name] for name in (*_PLAIN, "id", "reference", "opened_at", "version")}
        | {"state": IncidentState(facts["state"]), "sensitivity": Sensitivity(facts["sensitivity"])},
        decision=_decision(facts),
    )


_PLAIN = (
    *("kind", "team", "state", "sensitivity", "unanswered", "taken_by", "taken_at"),
    *("closed_by", "closed_at", "merged_into"),
)


def _decision(facts: dict[str, Any]) -> Decision | None:
    if facts["decided_at"] is None:
        return None
    given = {part: facts[column] for part, column in _DECISION.items()}
    return Decision(
        **given
        | {
            "physical_harm": PhysicalHarm(given["physical_harm"]),
            "psychological_harm": PsychologicalHarm(given["psychological_harm"]),
            "response": LearningResponse(given["response"]),
        }
    )


def _decision_values(decision: Decision | None) -> dict[str, Any]:
    return {column: getattr(decision, part) for part, column in _DECISION.items()} if decision else {}
