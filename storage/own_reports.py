"""A person's own reports with how far each has come, in one query; and when they last saw news of them in Home."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.incidents.conversation import EntryKind
from bot.domain.incidents.own_report import OwnReport
from storage.engine.transactions import Transaction, table
from storage.reports import REPORTS, report_from
from storage.tables.actions import ActionRow
from storage.tables.home import HomeVisitRow
from storage.tables.incidents import EntryRow, IncidentRow, is_withdrawn
from storage.tables.reports import ReportRow

_REPORT, _INCIDENT, _ENTRY, _ACTION = table(ReportRow), table(IncidentRow), table(EntryRow), table(ActionRow)
_VISIT = table(HomeVisitRow)


def _latest_entry(kind: EntryKind) -> sa.ScalarSelect[Any]:
    of_report = _ENTRY.c.report_id == _REPORT.c.id, _ENTRY.c.kind == kind.value
    return sa.select(sa.func.max(_ENTRY.c.at, type_=_ENTRY.c.at.type)).where(*of_report).scalar_subquery()


_AGREED = sa.func.min(_ACTION.c.agreed_at, type_=_ACTION.c.agreed_at.type)
_NEWS = {
    "read_at": _REPORT.c.first_read_at,
    "taken_at": _INCIDENT.c.taken_at,
    "action_agreed_at": sa.select(_AGREED).where(_ACTION.c.report_id == _REPORT.c.id).scalar_subquery(),
    "asked_at": _latest_entry(EntryKind.QUESTION),
    "answered_at": _latest_entry(EntryKind.ANSWER),
    "closed_at": _INCIDENT.c.closed_at,
}
_OWN = (
    REPORTS.add_columns(
        *(moment.label(name) for name, moment in _NEWS.items()), is_withdrawn(_REPORT.c.id).label("taken_back")
    )
    .join(_INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
    .where(_REPORT.c.reporter == sa.bindparam("reporter"))
    .order_by(_REPORT.c.reported_at.desc(), _REPORT.c.id)
    .limit(sa.bindparam("most"))
    .offset(sa.bindparam("skipped"))
)
_MOVED_ON = (moment > sa.bindparam("since", type_=_VISIT.c.at.type) for moment in _NEWS.values())
_OWN_WITH_NEWS = _OWN.where(sa.or_(*_MOVED_ON))
_EVER = datetime(1, 1, 1, tzinfo=UTC)
_LAST_NEWS = sa.select(_VISIT.c.at).where(_VISIT.c.person == sa.bindparam("someone"))


def of_reporter(transaction: Transaction, slack_id: str, *, limit: int, skipped: int = 0) -> list[OwnReport]:
    """This person's own reports, the newest first, without the first `skipped` of them."""
    given = {"reporter": slack_id, "most": limit, "skipped": skipped}
    return [_own(row) for row in transaction.core.execute(_OWN, given)]


def with_news(transaction: Transaction, slack_id: str, *, since: datetime | None, limit: int) -> list[OwnReport]:
    """Those of this person's reports that have moved on since then, the newest first. None: since ever."""
    given = {"reporter": slack_id, "since": since or _EVER, "most": limit, "skipped": 0}
    return [_own(row) for row in transaction.core.execute(_OWN_WITH_NEWS, given)]


def last_news(transaction: Transaction, slack_id: str) -> datetime | None:
    """When this person last opened Home and found news of their own reports there; None if never."""
    found: datetime | None = transaction.core.execute(_LAST_NEWS, {"someone": slack_id}).scalar()
    return found


def remember_news(transaction: Transaction, slack_id: str, *, now: datetime) -> None:
    """This person has seen all news up to now."""
    moved = sa.update(_VISIT).where(_VISIT.c.person == slack_id).values(at=now)
    if not transaction.core.execute(moved).rowcount:
        transaction.insert_once(HomeVisitRow(person=slack_id, at=now))


def _own(row: sa.Row[*tuple[Any, ...]]) -> OwnReport:
    facts = row._mapping  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
    times = {name: facts[name] for name in _NEWS}
    return OwnReport(report=report_from(row), taken_back=facts["taken_back"], **times)
