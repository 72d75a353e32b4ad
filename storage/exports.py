"""Incidents for a file: those that a person may find, a page at a time, so that however many there are fit."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.evidence.exports import ExportedIncident, HarmFrom
from bot.domain.evidence.period import Period
from bot.domain.reports.types import ReportType, type_of_kind
from bot.domain.sensitivity import CONCERNS
from bot.domain.service.findable import Findable
from storage.engine.transactions import Transaction, table
from storage.queue import FINDABLE, findable_values
from storage.tables.actions import ActionRow
from storage.tables.incidents import IncidentRow
from storage.tables.reports import ReportRow

PAGE = 500
"""Rows that are held at once."""
_CHECKED = "checked"
_INCIDENT, _REPORT, _ACTION = table(IncidentRow), table(ReportRow), table(ActionRow)
_ANY_REPORT = _REPORT.alias("any_report")
_REPORTS = sa.select(sa.func.count()).where(_ANY_REPORT.c.incident_id == _INCIDENT.c.id).scalar_subquery()
_SAID = (
    *(_REPORT.c.reference, _REPORT.c.type, _REPORT.c.first_read_at),
    *(_REPORT.c.physical_harm.label("said_physical"), _REPORT.c.psychological_harm.label("said_psychological")),
)
_ORDER = (_INCIDENT.c.opened_at, _INCIDENT.c.id)
_ROWS = (
    sa.select(_INCIDENT, *_SAID, _REPORTS.label("reports"))
    .join(_REPORT, _REPORT.c.id == _INCIDENT.c.id)
    .where(_INCIDENT.c.merged_into.is_(None), FINDABLE)
    .order_by(*_ORDER)
)


def incidents_of(
    transaction: Transaction, who: Findable, period: Period, *, page: int = PAGE
) -> Iterator[ExportedIncident]:
    """What was reported on these days and this person may find, the oldest first. Merged ones are left out."""
    at = _INCIDENT.c.opened_at
    chosen = _ROWS.where(at >= period.starts_at, at < period.ends_at).limit(page)
    rows = transaction.core.execute(chosen, findable_values(who)).all()
    while rows:
        states = _states(transaction, [row.id for row in rows])
        yield from (_exported(row, states[row.id]) for row in rows)
        rows = transaction.core.execute(chosen.where(_after(rows[-1])), findable_values(who)).all()


def _after(row: sa.Row[Any]) -> sa.ColumnElement[bool]:
    here = (sa.literal(value, column.type) for value, column in zip((row.opened_at, row.id), _ORDER, strict=True))
    return sa.tuple_(*_ORDER) > sa.tuple_(*here)


def _states(transaction: Transaction, incidents: Collection[UUID]) -> dict[UUID, list[str]]:
    chosen = (
        sa.select(_REPORT.c.incident_id, _ACTION.c.state, _ACTION.c.checked_at)
        .join(_ACTION, _ACTION.c.report_id == _REPORT.c.id)
        .where(_REPORT.c.incident_id.in_(incidents))
        .order_by(_ACTION.c.agreed_at, _ACTION.c.id)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for row in transaction.core.execute(chosen):
        found[row.incident_id].append(_CHECKED if row.checked_at else row.state)
    return found


def _exported(row: sa.Row[Any], actions: Sequence[str]) -> ExportedIncident:
    physical, psychological, harm_from = _harm(row)
    return ExportedIncident(
        reference=row.reference,
        team=None if row.sensitivity in CONCERNS else row.team,
        type=ReportType(row.type) if row.type else type_of_kind(row.kind),
        kind=row.kind,
        physical_harm=physical,
        psychological_harm=psychological,
        harm_from=harm_from,
        state=row.state,
        reported_at=row.opened_at,
        read_at=row.first_read_at,
        decided_at=row.decided_at,
        closed_at=row.closed_at,
        response=row.response,
        reports=row.reports,
        unanswered=row.unanswered,
        actions=tuple(actions),
    )


def _harm(row: sa.Row[Any]) -> tuple[str | None, str | None, HarmFrom | None]:
    if row.decided_at:
        return row.physical_harm, row.psychological_harm, HarmFrom.DECISION
    said = row.said_physical or row.said_psychological
    return row.said_physical, row.said_psychological, HarmFrom.REPORTER if said else None
