"""The queue of the safety team: open incidents that a person may find, a page at a time, and how many there are.

However many are open, a page takes the same queries, and each reads as many rows as it shows: the page begins at an
incident (a keyset), and counting stops at `MOST_COUNTED`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.calendar import local_date
from bot.domain.evidence.period import Period
from bot.domain.incidents.incident import Incident, IncidentState, LearningResponse
from bot.domain.incidents.queue import (
    MOST_COUNTED,
    OPEN,
    ROWS,
    QueueCounts,
    QueuePage,
    QueuePlace,
    QueueRow,
    ReviewState,
    told_to_all,
)
from bot.domain.learning.signals import LOOKED_BACK, WINDOW, Counted
from bot.domain.reports.deadlines import late_if_sent_before
from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.findable import Findable
from bot.domain.service.service import Service
from storage.engine.transactions import Transaction, table
from storage.incidents import INCIDENTS, incident_from
from storage.tables.actions import ActionRow
from storage.tables.danger import LASTING, DangerRow
from storage.tables.incidents import DUTY_WAITS, IS_OPEN, DutyRow, IncidentRow, InvolvedRow, is_withdrawn
from storage.tables.reports import ReportRow
from storage.tables.reviews import ReviewAgreementRow

_INCIDENT, _REPORT, _INVOLVED = table(IncidentRow), table(ReportRow), table(InvolvedRow)
_ACTION, _DANGER, _DUTY = table(ActionRow), table(DangerRow), table(DutyRow)
_ITS_DANGER = _DANGER.alias("its_danger")
_AGREEMENT = table(ReviewAgreementRow)
_REVIEW_AGREED = sa.exists().where(_AGREEMENT.c.incident_id == _INCIDENT.c.id)
_OPEN = sa.text(IS_OPEN)

# Literal, or the partial index is not used.
_DANGERS = sa.select(_DANGER.c.incident_id).where(sa.text(LASTING))
_IN_DANGER = _DANGERS.where(_DANGER.c.incident_id == _INCIDENT.c.id).exists()
# Found by the dangers, of which there are few. Joined to text, the state cannot lead to an index: it would lead to
# all that is open.
_THE_DANGERS = sa.and_(_INCIDENT.c.id.in_(_DANGERS), _INCIDENT.c.state.concat("").in_([str(state) for state in OPEN]))

_INVOLVES = sa.select(_INVOLVED.c.incident_id).where(_INVOLVED.c.incident_id == _INCIDENT.c.id)
_LEAD_INVOLVED = _INVOLVES.where(_INVOLVED.c.person.in_(sa.bindparam("leads", expanding=True))).exists()
FINDABLE = sa.and_(
    ~_INVOLVES.where(_INVOLVED.c.person == sa.bindparam("person")).exists(),
    sa.or_(
        _INCIDENT.c.sensitivity.not_in(sorted(CONCERNS)),
        _INCIDENT.c.team.not_in(sa.bindparam("teams_led", expanding=True)),
    ),
    sa.case(
        (_LEAD_INVOLVED, _INCIDENT.c.sensitivity.in_(sa.bindparam("lead_involved", expanding=True))),
        else_=_INCIDENT.c.sensitivity.in_(sa.bindparam("usual", expanding=True)),
    ),
)
_OPEN_TO_ALL = sa.and_(_INCIDENT.c.sensitivity == Sensitivity.ORDINARY, ~_INVOLVES.exists())
_STATE = (
    *(_REPORT.c.happened_at, _REPORT.c.first_read_at, _REPORT.c.first_read_by),
    *(_IN_DANGER.label("in_danger"), _ITS_DANGER.c.holder, _ITS_DANGER.c.taken_at.label("held_since")),
    _REVIEW_AGREED.label("review_agreed"),
)
_ANY_REPORT = _REPORT.alias("any_report")
_STANDS = sa.select(_ANY_REPORT.c.id).where(
    _ANY_REPORT.c.incident_id == _INCIDENT.c.id, ~is_withdrawn(_ANY_REPORT.c.id)
)
_ROWS = INCIDENTS.outerjoin(_ITS_DANGER, _ITS_DANGER.c.incident_id == _INCIDENT.c.id).add_columns(
    *_STATE, (~_STANDS.exists()).label("taken_back")
)
_OF_REPORT = (
    sa.select(_INCIDENT, _REPORT.c.reference, *_STATE, is_withdrawn(_REPORT.c.id).label("taken_back"))
    .join(_REPORT, _REPORT.c.incident_id == _INCIDENT.c.id)
    .outerjoin(_ITS_DANGER, _ITS_DANGER.c.incident_id == _INCIDENT.c.id)
    .where(_REPORT.c.id == sa.bindparam("report"))
)
_RECENT = INCIDENTS.where(
    _INCIDENT.c.opened_at >= sa.bindparam("since", type_=_INCIDENT.c.opened_at.type),
    _INCIDENT.c.state.in_([state.value for state in IncidentState if state is not IncidentState.MERGED]),
    FINDABLE,
).order_by(_INCIDENT.c.opened_at.desc(), _INCIDENT.c.id)
ORDINARY_AND_FINDABLE = sa.and_(
    _INCIDENT.c.sensitivity == Sensitivity.ORDINARY, _INCIDENT.c.merged_into.is_(None), FINDABLE
)
"""Takes `findable_values`."""
_ORDINARY = INCIDENTS.where(ORDINARY_AND_FINDABLE).order_by(_INCIDENT.c.opened_at.desc(), _INCIDENT.c.id)
_CURSOR = sa.select(_INCIDENT.c.opened_at, _IN_DANGER.label("in_danger")).where(
    _INCIDENT.c.id == sa.bindparam("incident")
)
_ORDER = (_INCIDENT.c.opened_at, _INCIDENT.c.id)


class _Part(Enum):
    """How much of those in danger, or of the others, a page is taken from."""

    ALL = "all"
    BEYOND = "beyond"
    """What follows the incident that the page begins after, or comes before the one that it ends before."""
    NONE = "none"


@dataclass(frozen=True)
class _Shape:
    """What one statement of the page is made of."""

    team: bool
    mine: bool
    backward: bool
    dangers: _Part
    others: _Part


def page(transaction: Transaction, who: Findable, place: QueuePlace) -> QueuePage:
    """The page of the queue at this place: at most `ROWS` incidents that this person may find.

    Where nothing is left of it, or it would begin with less than a page, it is the first page.
    """
    start = place.after or place.before
    cursor = transaction.core.execute(_CURSOR, {"incident": start}).first() if start else None
    if cursor is None:
        return _first_page(transaction, who, place)
    found = _found(transaction, who, place, cursor=cursor)
    if place.after and found:
        return QueuePage(found[:ROWS], earlier=True, later=len(found) > ROWS)
    if place.before and len(found) > ROWS:
        return QueuePage(tuple(reversed(found[:ROWS])), earlier=True, later=True)
    return _first_page(transaction, who, place)


def counts(transaction: Transaction, who: Findable, service: Service, *, now: datetime) -> QueueCounts:
    """How many this person may find, in one query."""
    return QueueCounts(*transaction.core.execute(_COUNTS, findable_values(who) | deadline_values(service, now)).one())


def counts_for_channel(transaction: Transaction, service: Service, *, now: datetime) -> QueueCounts:
    """How many there are, as far as everybody in the safety channel may know, in one query."""
    counted = transaction.core.execute(_COUNTS_FOR_ALL, deadline_values(service, now)).one()
    half = len(counted) // 2
    return told_to_all(QueueCounts(*counted[:half]), QueueCounts(*counted[half:]))


def find(transaction: Transaction, who: Findable, reference: str) -> UUID | None:
    """The report with this reference, if this person may find its incident."""
    return transaction.core.execute(_FIND, {"reference": reference} | findable_values(who)).scalar()


def recent(transaction: Transaction, who: Findable, *, since: datetime, limit: int) -> list[Incident]:
    """The newest incidents since this moment that this person may find, open or not. Merged ones are left out."""
    given = findable_values(who) | {"since": since}
    return [incident_from(row) for row in transaction.core.execute(_RECENT.limit(limit), given)]


def ordinary(
    transaction: Transaction, who: Findable, period: Period, *, team: str | None, kind: str | None, limit: int
) -> list[Incident]:
    """The newest of these days, of all teams and kinds unless they are named. None that is kept more closely."""
    at = _INCIDENT.c.opened_at
    chosen = _ORDINARY.where(at >= period.starts_at, at < period.ends_at)
    chosen = chosen.where(_INCIDENT.c.team == team) if team else chosen
    chosen = chosen.where(_INCIDENT.c.kind == kind) if kind else chosen
    return [incident_from(row) for row in transaction.core.execute(chosen.limit(limit), findable_values(who))]


def ordinary_of(transaction: Transaction, who: Findable, ids: Collection[UUID]) -> list[Incident]:
    """Those of these that this person may find, the newest first. None that is kept more closely."""
    chosen = _ORDINARY.where(_INCIDENT.c.id.in_(ids))
    return [incident_from(row) for row in transaction.core.execute(chosen, findable_values(who))]


def counted_for_signals(
    transaction: Transaction, who: Findable, *, now: datetime
) -> tuple[list[Counted], list[Counted]]:
    """How many this person may find, by kind and by team. Kinds leave out what is kept closely, teams concerns."""
    by_kind = _counted_by(_INCIDENT.c.kind, _INCIDENT.c.sensitivity == Sensitivity.ORDINARY, now)
    by_team = _counted_by(_INCIDENT.c.team, _INCIDENT.c.sensitivity.not_in(sorted(CONCERNS)), now)
    kinds, teams = (transaction.core.execute(each, findable_values(who)).all() for each in (by_kind, by_team))
    return [Counted(row[0], row[1], row[2]) for row in kinds], [Counted(row[0], row[1], row[2]) for row in teams]


def _counted_by(
    column: sa.ColumnElement[str], which: sa.ColumnElement[bool], now: datetime
) -> sa.Select[str, int, Any]:
    at = _INCIDENT.c.opened_at
    recent = sa.func.sum(sa.case((at > now - WINDOW, 1), else_=0))
    counted = sa.select(column, sa.func.count(), recent).where(
        at > now - LOOKED_BACK, _INCIDENT.c.merged_into.is_(None), which, FINDABLE
    )
    return counted.group_by(column).order_by(column)


def of_report(transaction: Transaction, report_id: UUID) -> QueueRow:
    """The row of a report that must exist, whoever may find it: with its incident's state and its own first reading.

    Its incident may be closed.
    """
    return _row(transaction.core.execute(_OF_REPORT, {"report": report_id}).one())


def _first_page(transaction: Transaction, who: Findable, place: QueuePlace) -> QueuePage:
    found = _found(transaction, who, place, cursor=None)
    return QueuePage(found[:ROWS], later=len(found) > ROWS)


def _found(
    transaction: Transaction, who: Findable, place: QueuePlace, *, cursor: sa.Row[Any] | None
) -> tuple[QueueRow, ...]:
    """One more than a page, from the cursor on or back from it."""
    given: dict[str, Any] = findable_values(who) | ({"team": place.team} if place.team else {})
    dangers = others = _Part.ALL
    if cursor:
        given |= {"opened_at": cursor.opened_at, "incident": place.after or place.before}
        backward = place.after is None
        beyond = _Part.ALL if cursor.in_danger is not backward else _Part.NONE
        dangers, others = (_Part.BEYOND, beyond) if cursor.in_danger else (beyond, _Part.BEYOND)
    shape = _Shape(bool(place.team), place.mine, bool(cursor and not place.after), dangers, others)
    return tuple(_row(row) for row in transaction.core.execute(_statement(shape), given))


@cache  # To make the statement takes longer than to run it.
def _statement(shape: _Shape) -> sa.Select[Any]:
    """Those in danger and the others, each from an index of its own; then both together, in order."""
    parts = (
        (shape.dangers, _THE_DANGERS, 0),
        (shape.others, sa.and_(_OPEN, ~_IN_DANGER), 1),
    )
    chosen = [
        _part(which, shape, beyond=part is _Part.BEYOND, rank=rank) for part, which, rank in parts if _any(part)
    ]
    both = sa.union_all(*(sa.select(each.subquery()) for each in chosen)).subquery()
    return sa.select(both).order_by(*_ordered((both.c.rank, both.c.opened_at, both.c.id), shape)).limit(ROWS + 1)


def _any(part: _Part) -> bool:
    return part is not _Part.NONE


def _part(which: sa.ColumnElement[bool], shape: _Shape, *, beyond: bool, rank: int) -> sa.Select[Any]:
    chosen = _ROWS.add_columns(sa.literal(rank).label("rank")).where(which, FINDABLE)
    if shape.team:
        chosen = chosen.where(_INCIDENT.c.team == sa.bindparam("team"))
    if shape.mine:
        chosen = chosen.where(_INCIDENT.c.taken_by == sa.bindparam("person"))
    if beyond:
        chosen = chosen.where(_beyond(shape))
    return chosen.order_by(*_ordered(_ORDER, shape)).limit(ROWS + 1)


def _beyond(shape: _Shape) -> sa.ColumnElement[bool]:
    here = sa.tuple_(sa.bindparam("opened_at", type_=_ORDER[0].type), sa.bindparam("incident", type_=_ORDER[1].type))
    return sa.tuple_(*_ORDER) < here if shape.backward else sa.tuple_(*_ORDER) > here


def _ordered(columns: tuple[sa.ColumnElement[Any], ...], shape: _Shape) -> list[sa.ColumnElement[Any]]:
    return [each.desc() if shape.backward else each.asc() for each in columns]


def findable_values(who: Findable) -> dict[str, Any]:
    """What `FINDABLE` asks for."""
    return {
        "person": who.person,
        "leads": list(who.leads),
        "usual": list(who.usual),
        "lead_involved": list(who.lead_involved),
        "teams_led": list(who.teams_led),
    }


def deadline_values(service: Service, now: datetime) -> dict[str, Any]:
    """What `numbers_of` asks for besides."""
    return {"sent_before": late_if_sent_before(service, now=now), "today": local_date(now, service.zone)}


def _row(row: sa.Row[Any]) -> QueueRow:
    incident = incident_from(row)
    return QueueRow(
        incident=incident,
        happened_at=row.happened_at,
        in_danger=bool(row.in_danger),
        read_at=row.first_read_at,
        read_by=row.first_read_by,
        holder=row.holder if row.in_danger else None,
        held_since=row.held_since if row.in_danger else None,
        taken_back=bool(row.taken_back),
        review=_review(incident, agreed=row.review_agreed),
    )


def _review(incident: Incident, *, agreed: bool) -> ReviewState | None:
    decision = incident.decision
    if decision is None or decision.response is LearningResponse.NO_FURTHER_RESPONSE:
        return None
    return ReviewState.AGREED if agreed else ReviewState.OPEN


def numbers_of(may_find: sa.ColumnElement[bool]) -> list[sa.ColumnElement[int]]:
    """The numbers, in the order of `QueueCounts`."""
    incidents = sa.select(sa.literal(1)).select_from(_INCIDENT).where(may_find)
    new = incidents.where(_INCIDENT.c.state == IncidentState.NEW)
    of_action = sa.select(_REPORT.c.id).join(_INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
    # By the late actions, of which there are few: joined, they might be looked for beginning at all incidents.
    late = sa.select(sa.literal(1)).where(
        sa.text("action.state = 'open'"),
        _ACTION.c.due_on < sa.bindparam("today"),
        of_action.where(_REPORT.c.id == _ACTION.c.report_id, may_find).exists(),
    )
    # As above, by the duties that wait.
    duties = (
        sa.select(sa.literal(1))
        .select_from(_DUTY)
        .where(
            sa.text(DUTY_WAITS),
            sa.select(_INCIDENT.c.id).where(_INCIDENT.c.id == _DUTY.c.incident_id, may_find).exists(),
        )
    )
    each = (
        new,
        incidents.where(_THE_DANGERS),
        new.where(_INCIDENT.c.opened_at < sa.bindparam("sent_before")),
        late,
        duties,
    )
    return [at_most(chosen) for chosen in each]


def at_most(chosen: sa.Select[Any]) -> sa.ColumnElement[int]:
    """How many rows this is, up to `MOST_COUNTED`."""
    return sa.select(sa.func.count()).select_from(chosen.limit(MOST_COUNTED).subquery()).scalar_subquery()


_COUNTS = sa.select().add_columns(*numbers_of(FINDABLE))
_COUNTS_FOR_ALL = sa.select().add_columns(*numbers_of(sa.true()), *numbers_of(_OPEN_TO_ALL))
_FIND = (
    sa.select(_REPORT.c.id)
    .join(_INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
    .where(_REPORT.c.reference == sa.bindparam("reference"), FINDABLE)
)
