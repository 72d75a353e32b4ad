"""Counts over reports and actions, in one query for all teams that are asked about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.domain.bulletins.edition import Figures
from bot.domain.reports.kinds import GOOD_CARE
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.reports import ReportRow

Window = tuple[datetime, datetime]
"""From (included) and to (excluded)."""
_REPORT, _ACTION = table(ReportRow), table(ActionRow)
_ASKED = (sa.column("team", sa.String), sa.column("start", UTCDateTime), sa.column("until", UTCDateTime))


def of_teams(transaction: Transaction, windows: Mapping[str, Window]) -> dict[str, Figures]:
    """What happened in each team within its window: reports by when sent, actions by when done."""
    if not windows:
        return {}
    rows = [(team, start, until) for team, (start, until) in windows.items()]
    asked = sa.values(*_ASKED, name="asked").data(rows).cte("asked")
    return {row.team: _figures(row) for row in transaction.core.execute(_counted(asked))}


def _counted(asked: sa.CTE) -> sa.Select[*tuple[Any, ...]]:
    sent = _REPORT.c.team == asked.c.team, _within(_REPORT.c.reported_at, asked)
    done = _REPORT.c.team == asked.c.team, _REPORT.c.id == _ACTION.c.report_id, _within(_ACTION.c.done_at, asked)
    count = sa.select(sa.func.count())
    return sa.select(
        asked.c.team,
        count.select_from(_REPORT).where(*sent).scalar_subquery().label("reports"),
        count.select_from(_REPORT).where(*sent, _REPORT.c.kind == GOOD_CARE).scalar_subquery().label("good_care"),
        count.select_from(_ACTION, _REPORT).where(*done).scalar_subquery().label("actions_done"),
    )


def _within(moment: sa.ColumnElement[datetime], asked: sa.CTE) -> sa.ColumnElement[bool]:
    return (moment >= asked.c.start) & (moment < asked.c.until)


def _figures(row: sa.Row[*tuple[Any, ...]]) -> Figures:
    return Figures(reports=row.reports, good_care=row.good_care, actions_done=row.actions_done)
