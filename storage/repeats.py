"""New incidents of the kind and team of an action, without any words."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from bot.domain.sensitivity import CONCERNS
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.incidents import IncidentRow
from storage.tables.reports import ReportRow

_ACTION, _REPORT, _INCIDENT = table(ActionRow), table(ReportRow), table(IncidentRow)
Sort = tuple[str, str]
"""A team and a kind."""


@dataclass(frozen=True)
class NewIncident:
    """An incident that may be a repeat."""

    id: UUID
    sort: Sort
    opened_at: datetime


@dataclass(frozen=True)
class Watched:
    """An action that is watched for repeats of the incident that it was agreed after."""

    id: UUID
    incident_id: UUID
    sort: Sort
    owner: str
    agreed_by: str
    agreed_at: datetime
    checked_at: datetime | None


def new_incidents(
    transaction: Transaction, teams: Collection[str], *, since: datetime, without: Collection[str]
) -> list[NewIncident]:
    """The incidents of these teams since this moment, the oldest first, without these kinds and merged ones."""
    chosen = sa.select(_INCIDENT.c.id, _INCIDENT.c.team, _INCIDENT.c.kind, _INCIDENT.c.opened_at).where(
        _INCIDENT.c.team.in_(teams),
        _INCIDENT.c.opened_at >= since,
        _INCIDENT.c.kind.not_in(without),
        _INCIDENT.c.merged_into.is_(None),
        _INCIDENT.c.sensitivity.not_in(sorted(CONCERNS)),  # Whoever leads an action hears of no concern.
    )
    rows = transaction.core.execute(chosen.order_by(_INCIDENT.c.opened_at, _INCIDENT.c.id))
    return [NewIncident(row.id, (row.team, row.kind), row.opened_at) for row in rows]


def watched(
    transaction: Transaction, sorts: Collection[Sort], *, checked_since: datetime
) -> Mapping[Sort, Sequence[Watched]]:
    """The actions of these teams and kinds that are not checked, or were checked since this moment."""
    names = "id", "owner", "agreed_by", "agreed_at", "checked_at"
    chosen = (
        sa.select(*(_ACTION.c[name] for name in names), _INCIDENT.c.team, _INCIDENT.c.kind, _REPORT.c.incident_id)
        .join(_REPORT, _REPORT.c.id == _ACTION.c.report_id)
        .join(_INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
        .where(
            _INCIDENT.c.team.in_({team for team, _ in sorts}),
            _INCIDENT.c.kind.in_({kind for _, kind in sorts}),
            sa.or_(_ACTION.c.checked_at.is_(None), _ACTION.c.checked_at >= checked_since),
        )
        .order_by(_ACTION.c.agreed_at, _ACTION.c.id)
    )
    found: dict[Sort, list[Watched]] = defaultdict(list)
    for row in transaction.core.execute(chosen):
        facts = {name: getattr(row, name) for name in names}
        sort = row.team, row.kind
        found[sort].append(Watched(incident_id=row.incident_id, sort=sort, **facts))
    return found
