"""The weekly digest of a safety lead: when it comes, and what it tells, with two queries for all teams."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from bot.domain.bulletins.digest import (
    AGEING_AFTER,
    FEWEST_USUAL,
    SILENT_FOR,
    USUAL_OVER,
    Digest,
    DigestCounts,
)
from bot.domain.bulletins.schedule import WEEK
from bot.domain.incidents.incident import IncidentState
from bot.domain.reports.types import ReportType
from bot.domain.service.findable import Findable
from bot.domain.service.service import Schedule, Service
from storage.engine.transactions import Transaction, table
from storage.queue import FINDABLE, at_most, deadline_values, findable_values, numbers_of
from storage.tables.incidents import IS_OPEN, IncidentRow
from storage.tables.reports import ReportRow
from storage.tables.service import DigestScheduleRow, TeamRow

_SCHEDULE = table(DigestScheduleRow)
_INCIDENT, _REPORT, _TEAM = table(IncidentRow), table(ReportRow), table(TeamRow)
_MOMENT = _REPORT.c.reported_at.type
_ANY = sa.select(sa.literal(1)).select_from(_INCIDENT).where(FINDABLE)
_CAME = _ANY.where(
    _INCIDENT.c.state.in_([state.value for state in IncidentState if state is not IncidentState.MERGED]),
    _INCIDENT.c.opened_at >= sa.bindparam("week_ago", type_=_MOMENT),
)
_AGEING = _ANY.where(sa.text(IS_OPEN), _INCIDENT.c.opened_at < sa.bindparam("old_before", type_=_MOMENT))
_WAITING, _LATE, _DUTIES = numbers_of(FINDABLE)[2:]
_COUNTS = sa.select(at_most(_CAME), _WAITING, at_most(_AGEING), _LATE, _DUTIES)

_SINCE, _BEFORE = (sa.bindparam(name, type_=_MOMENT) for name in ("silent_since", "usual_since"))
_OF_TEAM = (
    sa.select(_REPORT.c.id)
    .join(_INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
    .where(
        _REPORT.c.team == _TEAM.c.code,
        sa.or_(_REPORT.c.type.is_(None), _REPORT.c.type != ReportType.CONCERN),  # Never counted by team.
        FINDABLE,
    )
    .correlate(_TEAM)
)
# The last of the fewest is looked for: whatever a team has sent, no more rows are read.
_USUAL = (
    _OF_TEAM.where(_REPORT.c.reported_at >= _BEFORE, _REPORT.c.reported_at < _SINCE)
    .order_by(_REPORT.c.reported_at)
    .limit(1)
    .offset(FEWEST_USUAL - 1)
)
_SILENT = (
    sa.select(_TEAM.c.name)
    .where(
        _TEAM.c.position.is_not(None),
        ~_OF_TEAM.where(_REPORT.c.reported_at >= _SINCE).exists(),
        _USUAL.scalar_subquery().is_not(None),
    )
    .order_by(_TEAM.c.position)
)


def digest(transaction: Transaction, who: Findable, service: Service, *, now: datetime) -> Digest:
    """What this person is told, as far as they may find it."""
    past = {
        "week_ago": now - WEEK,
        "old_before": now - AGEING_AFTER,
        "silent_since": now - SILENT_FOR,
        "usual_since": now - SILENT_FOR - USUAL_OVER,
    }
    values = findable_values(who) | deadline_values(service, now) | past
    counted = transaction.core.execute(_COUNTS, values).one()
    silent = transaction.core.execute(_SILENT, values).scalars()
    return Digest(
        counts=DigestCounts(**dict(zip(DigestCounts.model_fields, counted, strict=True))), silent=tuple(silent)
    )


def schedules(transaction: Transaction, people: Collection[str]) -> dict[str, Schedule]:
    """What these people have set. Whoever has set nothing is left out."""
    rows = transaction.core.execute(sa.select(_SCHEDULE).where(_SCHEDULE.c.slack_id.in_(people)))
    return {row.slack_id: _schedule(row._asdict()) for row in rows}


def save(transaction: Transaction, person: str, schedule: Schedule) -> None:
    """Keep it, with the next version."""
    facts = schedule.model_dump(include={"weekday", "local_time", "paused_until"})
    transaction.merge(DigestScheduleRow(slack_id=person, **facts, version=schedule.version + 1))
    transaction.flush()


def _schedule(row: dict[str, object]) -> Schedule:
    return Schedule.model_validate({name: value for name, value in row.items() if name != "slack_id"})
