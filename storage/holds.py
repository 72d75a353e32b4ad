"""Did it hold? What wards are asked about actions that somebody has checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.actions.hold import HoldAnswer, HoldQuestion
from bot.domain.sensitivity import Sensitivity
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.holds import HoldQuestionRow
from storage.tables.incidents import IncidentRow
from storage.tables.reports import ReportRow

_QUESTION, _ACTION = table(HoldQuestionRow), table(ActionRow)
_REPORT, _INCIDENT = table(ReportRow), table(IncidentRow)
_ASKED = (
    sa.select(sa.func.coalesce(sa.func.max(_QUESTION.c.days), 0))
    .where(_QUESTION.c.action_id == _ACTION.c.id, _QUESTION.c.checked_at == _ACTION.c.checked_at)
    .scalar_subquery()
)
_CHECKED = (
    sa.select(_ACTION.c.id, _ACTION.c.checked_at, _INCIDENT.c.team, _INCIDENT.c.sensitivity, _ASKED.label("asked"))
    .join(_REPORT, _REPORT.c.id == _ACTION.c.report_id)
    .join(_INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
    .where(
        _ACTION.c.id.in_(sa.bindparam("ids", expanding=True)),
        _ACTION.c.checked_at.is_not(None),
        _ACTION.c.ward_approved_by.is_not(None),
    )
    .order_by(_ACTION.c.checked_at, _ACTION.c.id)
)
_OF_ACTION = (
    sa.select(_INCIDENT.c.sensitivity)
    .join(_REPORT, _REPORT.c.incident_id == _INCIDENT.c.id)
    .join(_ACTION, _ACTION.c.report_id == _REPORT.c.id)
    .where(_ACTION.c.id == sa.bindparam("action"))
)
_MOST_AT_ONCE = 5_000


@dataclass(frozen=True)
class CheckedAction:
    """An action that a ward may be asked about, without its words. `asked` is the last question's days, or 0."""

    id: UUID
    checked_at: datetime
    team: str
    restricted: bool
    asked: int


def checked(transaction: Transaction, ids: Sequence[UUID]) -> list[CheckedAction]:
    """Those of these actions that are checked and have a wording for the ward; the longest checked first."""
    rows: list[CheckedAction] = []
    for start in range(0, len(ids), _MOST_AT_ONCE):
        found = transaction.core.execute(_CHECKED, {"ids": ids[start : start + _MOST_AT_ONCE]})
        rows += [
            CheckedAction(row.id, row.checked_at, row.team, Sensitivity(row.sensitivity).withheld, row.asked)
            for row in found
        ]
    return rows


def is_restricted(transaction: Transaction, action_id: UUID) -> bool:
    """Whether the incident of this action is restricted now."""
    return Sensitivity(transaction.core.execute(_OF_ACTION, {"action": action_id}).scalar_one()).withheld


def add(transaction: Transaction, question: HoldQuestion) -> None:
    transaction.insert(HoldQuestionRow, question.model_dump())


def find(transaction: Transaction, question_id: UUID) -> HoldQuestion | None:
    row = transaction.core.execute(sa.select(_QUESTION).where(_QUESTION.c.id == question_id)).first()
    return _question(row) if row else None


def find_all_for_update(transaction: Transaction, ids: Sequence[UUID]) -> list[HoldQuestion]:
    """Those of these questions that there are. Until this transaction ends nobody else can change them."""
    chosen = sa.select(_QUESTION).where(_QUESTION.c.id.in_(ids)).order_by(_QUESTION.c.id)
    return [_question(row) for row in transaction.core.execute(chosen.with_for_update())]


def change(transaction: Transaction, question: HoldQuestion) -> None:
    """Keep its answer, what was told of it, and whether it is closed."""
    values = question.model_dump(include={"answer", "told", "closed_at"})
    transaction.core.execute(sa.update(_QUESTION).where(_QUESTION.c.id == question.id).values(**values))


def _question(row: sa.Row[*tuple[Any, ...]]) -> HoldQuestion:
    return HoldQuestion(
        **row._asdict()
        | {
            "answer": HoldAnswer(row.answer) if row.answer else None,
            "told": HoldAnswer(row.told) if row.told else None,
        }
    )
