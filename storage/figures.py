"""Counts over reports, in one query for all teams."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.domain.bulletins.draft import ReadCounts
from bot.domain.reports.types import ReportType
from storage.engine.transactions import Transaction, table
from storage.tables.reports import ReportRow

_REPORT = table(ReportRow)
_TEAMS = (sa.column("team", sa.String),)
_DAYS = (sa.column("start", UTCDateTime), sa.column("until", UTCDateTime), sa.column("read_by", UTCDateTime))


class Day(NamedTuple):
    """Reports sent from `start` up to, not with, `until` should be read before `read_by`."""

    start: datetime
    until: datetime
    read_by: datetime


def read_in_time(transaction: Transaction, teams: Collection[str], days: Sequence[Day]) -> dict[str, ReadCounts]:
    """For each team how many reports were sent on these days, and how many of them were read in time."""
    if not teams:
        return {}
    rows = transaction.core.execute(_counted(teams, days))
    found = {row.team: ReadCounts(reports=row.reports, in_time=row.in_time) for row in rows}
    return {team: found.get(team, ReadCounts(reports=0, in_time=0)) for team in teams}


def _counted(teams: Collection[str], days: Sequence[Day]) -> sa.Select[*tuple[Any, ...]]:
    asked = sa.values(*_TEAMS, name="asked").data([(team,) for team in teams]).cte("asked")
    day = sa.values(*_DAYS, name="days").data([tuple(each) for each in days]).cte("days")
    sent = _REPORT.c.team == asked.c.team, _REPORT.c.reported_at >= day.c.start, _REPORT.c.reported_at < day.c.until
    no_concern = sa.or_(_REPORT.c.type.is_(None), _REPORT.c.type != ReportType.CONCERN)  # Never counted by team.
    in_time = sa.func.count().filter(_REPORT.c.first_read_at < day.c.read_by)
    return (
        sa.select(asked.c.team, sa.func.count().label("reports"), in_time.label("in_time"))
        .select_from(asked.join(day, sa.true()).join(_REPORT, sa.and_(*sent, no_concern)))
        .group_by(asked.c.team)
    )
