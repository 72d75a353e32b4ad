"""Learning points, and which of them a team has not been told yet."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from bot.domain.evidence.pathway import PointProgress
from bot.domain.learning.consent import ConsentAnswer
from bot.domain.learning.point import LearningPoint, PointState
from bot.domain.reports.name_choice import NameChoice
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.bulletins import BulletinRow
from storage.tables.incidents import IncidentRow, InvolvedRow
from storage.tables.learning import AudienceRow, ConsentRow, LearningPointRow
from storage.tables.outbox import OutboxRow, OutboxSubjectRow
from storage.tables.reports import ReportRow
from storage.tables.service import TeamRow

_POINT, _AUDIENCE, _BULLETIN = table(LearningPointRow), table(AudienceRow), table(BulletinRow)
_CONSENT, _REPORT = table(ConsentRow), table(ReportRow)
_INCIDENT, _INVOLVED, _TEAM = table(IncidentRow), table(InvolvedRow), table(TeamRow)
_OUTBOX, _SUBJECT = table(OutboxRow), table(OutboxSubjectRow)
_IS_ASKING = sa.exists().where(
    _SUBJECT.c.subject == _POINT.c.id,
    _OUTBOX.c.id == _SUBJECT.c.message,
    _OUTBOX.c.kind == "words_asked",
    _OUTBOX.c.state.not_in(("sent", "dropped")),
)
"""A message that asks a reporter has not arrived: silence is no answer to a question that nobody has seen."""
FEWEST_OF_A_KIND = 5
"""Events of a kind in a year, below which a learning point could point at one of them."""


class Since(NamedTuple):
    """A source of the team itself must be older than `own`; of its kind there were enough after `kind`.

    `now` is when reporters must have had their days to say no.
    """

    own: datetime
    kind: datetime
    now: datetime


def add(transaction: Transaction, point: LearningPoint, *, submission: bytes) -> None:
    to_try = point.to_try and transaction.seal(point.to_try, bound_to=_bound("to_try", point.id))
    transaction.add(
        LearningPointRow(
            **point.model_dump(exclude={"words", "to_try", "teams"}),
            words_sealed=transaction.seal(point.words, bound_to=_bound("words", point.id)),
            to_try_sealed=to_try or None,
            submission_hash=submission,
        )
    )
    transaction.flush()
    for team in sorted(point.teams):
        transaction.add(AudienceRow(point_id=point.id, team=team))
    transaction.flush()


def find_by_submission(transaction: Transaction, submission: bytes) -> LearningPoint | None:
    """The learning point that this very form has already made, or None."""
    row = transaction.exec(select(LearningPointRow).where(LearningPointRow.submission_hash == submission)).first()
    return _points(transaction, [row])[0] if row else None


def find(transaction: Transaction, point_id: UUID) -> LearningPoint | None:
    """The learning point; None if there is none with this id, or its words cannot be read."""
    row = transaction.get(LearningPointRow, point_id)
    return next(iter(_points(transaction, [row])), None) if row else None


def get_for_update(transaction: Transaction, point_id: UUID) -> LearningPoint | None:
    """The same. Until this transaction ends nobody else can change it."""
    row = transaction.exec(select(LearningPointRow).where(LearningPointRow.id == point_id).with_for_update()).first()
    return next(iter(_points(transaction, [row])), None) if row else None


def change_state(transaction: Transaction, point: LearningPoint) -> None:
    """Who decided what. The words stay as they are."""
    decided = point.model_dump(include={"state", "approved_by", "approved_at", "sent_back_by"})
    transaction.core.execute(sa.update(_POINT).where(_POINT.c.id == point.id).values(**decided))


def move_source(transaction: Transaction, source: UUID, *, to: UUID) -> None:
    """What was learned from an incident is learned from the one that it is part of now."""
    transaction.core.execute(sa.update(_POINT).where(_POINT.c.source == source).values(source=to))


def count_of_source(transaction: Transaction, incident_id: UUID) -> int:
    """How many learning points were written about this incident."""
    chosen = sa.select(sa.func.count()).select_from(_POINT).where(_POINT.c.source == incident_id)
    return int(transaction.core.execute(chosen).scalar_one())


def progress_of_source(transaction: Transaction, incident_id: UUID) -> list[PointProgress]:
    """How far each learning point about this incident has come, without its words."""
    chosen = sa.select(_POINT.c.state, _POINT.c.written_at, _POINT.c.approved_at).where(
        _POINT.c.source == incident_id
    )
    rows = transaction.core.execute(chosen)
    return [PointProgress(PointState(row.state), row.written_at, row.approved_at) for row in rows]


def told_of_source(transaction: Transaction, incident_id: UUID) -> list[datetime]:
    """When bulletins told teams what was learned from this incident."""
    of_source = sa.select(_BULLETIN.c.posted_at).join(_POINT, _POINT.c.id == _BULLETIN.c.point_id)
    posted = of_source.where(_POINT.c.source == incident_id, _BULLETIN.c.posted_at.is_not(None))
    return list(transaction.core.execute(posted).scalars())


def waiting(transaction: Transaction, person: str, *, limit: int) -> list[LearningPoint]:
    """Those that wait for a second person, the oldest first; none from an incident that `person` is part of."""
    part_of_it = sa.exists().where(_INVOLVED.c.incident_id == _POINT.c.source, _INVOLVED.c.person == person)
    of_state = select(LearningPointRow).where(LearningPointRow.state == PointState.WAITING.value, ~part_of_it)
    rows = transaction.exec(
        of_state.order_by(col(LearningPointRow.written_at), col(LearningPointRow.id)).limit(limit)
    )
    return _points(transaction, list(rows))


def sent_back_to(transaction: Transaction, person: str, *, after: datetime, limit: int) -> list[LearningPoint]:
    """What this person wrote after this moment and another one sent back, the newest first."""
    theirs = select(LearningPointRow).where(
        LearningPointRow.state == PointState.SENT_BACK.value,
        LearningPointRow.written_by == person,
        LearningPointRow.sent_back_by != person,
        LearningPointRow.written_at > after,
    )
    return _points(
        transaction, list(transaction.exec(theirs.order_by(col(LearningPointRow.written_at).desc()).limit(limit)))
    )


def of_ids(transaction: Transaction, ids: Collection[UUID]) -> dict[UUID, LearningPoint]:
    rows = transaction.exec(select(LearningPointRow).where(col(LearningPointRow.id).in_(ids)))
    return {point.id: point for point in _points(transaction, list(rows))}


def next_for_teams(transaction: Transaction, teams: Collection[str], *, since: Since) -> dict[str, UUID]:
    """For each team the learning point that was approved first and that it has not been told."""
    offered = _untold(teams, since).subquery()
    first = sa.select(offered.c.team, offered.c.id).where(offered.c.turn == 1)
    return {row.team: row.id for row in transaction.core.execute(first)}


def untold(transaction: Transaction, team: str, *, since: Since) -> list[UUID]:
    """Every learning point that this team could be told, the one approved first first."""
    offered = _untold([team], since).subquery()
    return list(transaction.core.execute(sa.select(offered.c.id).order_by(offered.c.turn)).scalars())


def _untold(teams: Collection[str], since: Since) -> sa.Select[*tuple[Any, ...]]:
    turn = sa.func.row_number().over(partition_by=_TEAM.c.code, order_by=(_POINT.c.approved_at, _POINT.c.id))
    for_some = sa.exists().where(_AUDIENCE.c.point_id == _POINT.c.id)
    named = sa.exists().where(_AUDIENCE.c.point_id == _POINT.c.id, _AUDIENCE.c.team == _TEAM.c.code)
    told = sa.exists().where(
        _BULLETIN.c.team == _TEAM.c.code, _BULLETIN.c.point_id == _POINT.c.id, _BULLETIN.c.state == "approved"
    )
    return (
        sa.select(_TEAM.c.code.label("team"), _POINT.c.id, turn.label("turn"))
        .select_from(_TEAM)
        .join(_POINT, _POINT.c.state == PointState.APPROVED.value)
        .outerjoin(_INCIDENT, _INCIDENT.c.id == _POINT.c.source)
        .where(
            _TEAM.c.code.in_(teams),
            sa.or_(sa.not_(for_some), named),
            sa.not_(told),
            sa.or_(_POINT.c.source.is_(None), sa.and_(_far_enough(named, since), _common_enough(since))),
            _may_be_used(since.now),
        )
    )


def _may_be_used(now: datetime) -> sa.ColumnElement[bool]:
    """Each reporter was reached, none has said no or still has time to, and none is anonymous: nobody could ask."""
    stands_in_the_way = sa.or_(_CONSENT.c.answer == ConsentAnswer.PLEASE_NOT.value, _CONSENT.c.until_at > now)
    refused = sa.exists().where(_CONSENT.c.point_id == _POINT.c.id, stands_in_the_way)
    anonymous = sa.exists().where(
        _REPORT.c.incident_id == _POINT.c.source, _REPORT.c.name_choice == NameChoice.ANONYMOUS.value
    )
    return sa.and_(sa.not_(refused), sa.not_(anonymous), sa.not_(_IS_ASKING))


def may_be_used(transaction: Transaction, point_id: UUID, *, now: datetime) -> bool:
    """Whether reporters leave it free to be told. Not who says no, nor when."""
    free = sa.select(_POINT.c.id).where(_POINT.c.id == point_id, _may_be_used(now))
    return transaction.core.execute(free).first() is not None


def is_from_anonymous(transaction: Transaction, source: UUID) -> bool:
    """Whether one of the reports of this incident is anonymous."""
    of_source = _REPORT.c.incident_id == source, _REPORT.c.name_choice == NameChoice.ANONYMOUS.value
    return transaction.core.execute(sa.select(_REPORT.c.id).where(*of_source).limit(1)).first() is not None


def _far_enough(named: sa.ColumnElement[bool], since: Since) -> sa.ColumnElement[bool]:
    """Nothing of the ward's own last weeks, unless it is named: people would know who it was."""
    return sa.or_(_INCIDENT.c.team != _TEAM.c.code, _INCIDENT.c.opened_at < since.own, named)


def _common_enough(since: Since) -> sa.ColumnElement[bool]:
    alike = _INCIDENT.alias("alike")
    # What was merged is told by the incident that it is part of now.
    events = alike.c.merged_into.is_(None), alike.c.opened_at >= since.kind
    of_kind = alike.c.kind == _INCIDENT.c.kind, *events
    fifth = sa.select(alike.c.id).where(*of_kind).limit(1).offset(FEWEST_OF_A_KIND - 1)
    return fifth.correlate(_INCIDENT).scalar_subquery().is_not(None)


def _points(transaction: Transaction, rows: Collection[LearningPointRow]) -> list[LearningPoint]:
    """Those whose words can be read."""
    teams: dict[UUID, set[str]] = {row.id: set() for row in rows}
    if rows:
        for each in transaction.exec(select(AudienceRow).where(col(AudienceRow.point_id).in_(teams))):
            teams[each.point_id].add(each.team)
    points = (_point(transaction, row, frozenset(teams[row.id])) for row in rows)
    return [point for point in points if point]


def _point(transaction: Transaction, row: LearningPointRow, teams: frozenset[str]) -> LearningPoint | None:
    facts = row.model_dump(exclude={"words_sealed", "to_try_sealed", "submission_hash"})
    try:
        words = transaction.unseal(row.words_sealed, bound_to=_bound("words", row.id))
        to_try = row.to_try_sealed and transaction.unseal(row.to_try_sealed, bound_to=_bound("to_try", row.id))
    except SealBroken:
        return None
    return LearningPoint(**facts | {"state": PointState(row.state)}, words=words, to_try=to_try or None, teams=teams)


def _bound(name: str, point_id: UUID) -> str:
    return f"learning_point.{name}:{point_id}"
