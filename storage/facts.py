"""What figures and papers are counted from: moments and codes, never a word and never a person."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.actions.action import ActionState
from bot.domain.actions.hold import OPEN_FOR, HoldAnswer
from bot.domain.calendar import local_date
from bot.domain.evidence.facts import ActionFact, DangerFact, DecisionFact, Facts, HoldFact, ReportFact
from bot.domain.evidence.period import Period
from bot.domain.incidents.incident import LearningResponse
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Service
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.audit import AuditRow
from storage.tables.danger import DangerRow
from storage.tables.holds import HoldQuestionRow
from storage.tables.incidents import EntryRow, IncidentRow, is_withdrawn
from storage.tables.reports import ReportRow

ANSWER, IT_HELPED = "answer", "it_helped"
"""As `EntryKind` has them, which code that composes messages may not see."""
CONCERN, OF_NO_TEAM = "concern", ""
"""As `ReportType` has it. A concern is never counted by team."""
_REPORT, _INCIDENT, _ENTRY = table(ReportRow), table(IncidentRow), table(EntryRow)
_ACTION, _DANGER, _AUDIT = table(ActionRow), table(DangerRow), table(AuditRow)
_QUESTION = table(HoldQuestionRow)
_Row = sa.Row[*tuple[Any, ...]]


def reports_and_actions(transaction: Transaction, service: Service, period: Period) -> Facts:
    """The reports sent, the actions due or done, and the questions to wards that closed, in the period."""
    return Facts(
        reports=_reports(transaction, period),
        actions=_actions(transaction, service, period),
        holds=_holds(transaction, period),
    )


def everything(transaction: Transaction, service: Service, period: Period) -> Facts:
    """The same, with the decisions and the dangers of the period."""
    return Facts(
        reports=_reports(transaction, period),
        decisions=_decisions(transaction, period),
        actions=_actions(transaction, service, period),
        dangers=_dangers(transaction, period),
        holds=_holds(transaction, period),
    )


def first_report_at(transaction: Transaction) -> datetime | None:
    """When the first report of all was sent."""
    return transaction.core.execute(sa.select(sa.func.min(_REPORT.c.reported_at))).scalar()


def _within(column: sa.ColumnElement[datetime], period: Period) -> sa.ColumnElement[bool]:
    return (column >= period.starts_at) & (column < period.ends_at)


def _first_entry_at(kind: str) -> sa.ScalarSelect[datetime]:
    """Of each report by itself, through the index: there are many more entries than the period has reports."""
    first = sa.select(sa.func.min(_ENTRY.c.at, type_=_ENTRY.c.at.type))
    return first.where(_ENTRY.c.report_id == _REPORT.c.id, _ENTRY.c.kind == kind).correlate(_REPORT).scalar_subquery()


def _reports(transaction: Transaction, period: Period) -> tuple[ReportFact, ...]:
    chosen = (
        sa.select(_REPORT.c.team, _REPORT.c.type, _REPORT.c.kind, _REPORT.c.still_at_risk, _REPORT.c.happened_at)
        .add_columns(_REPORT.c.name_choice)
        .add_columns(_REPORT.c.reported_at, _REPORT.c.first_read_at, _INCIDENT.c.decided_at, _INCIDENT.c.closed_at)
        .add_columns(_first_entry_at(ANSWER).label("answered_at"), _first_entry_at(IT_HELPED).label("helped_at"))
        .join_from(_REPORT, _INCIDENT, _INCIDENT.c.id == _REPORT.c.incident_id)
        .where(_within(_REPORT.c.reported_at, period), ~is_withdrawn(_REPORT.c.id))
        .order_by(_REPORT.c.reported_at, _REPORT.c.id)
    )
    return tuple(_report(row) for row in transaction.core.execute(chosen))


def _report(row: _Row) -> ReportFact:
    return ReportFact(
        team=OF_NO_TEAM if row.type == CONCERN else row.team,
        kind=row.kind,
        urgent=AtRisk(row.still_at_risk).urgent,
        happened_at=row.happened_at,
        sent_at=row.reported_at,
        read_at=row.first_read_at,
        decided_at=row.decided_at,
        answered_at=row.answered_at,
        closed_at=row.closed_at,
        name_choice=NameChoice(row.name_choice),
        helped=row.helped_at is not None,
    )


def _actions(transaction: Transaction, service: Service, period: Period) -> tuple[ActionFact, ...]:
    until, since = period.last, period.first
    done = _within(_ACTION.c.done_at, period)
    agreed = _within(_ACTION.c.agreed_at, period)
    due = _ACTION.c.due_on.between(since, until)
    open_then = (_ACTION.c.agreed_at < period.ends_at) & (_ACTION.c.state == ActionState.OPEN)
    columns = (_ACTION.c.agreed_at, _ACTION.c.due_on, _ACTION.c.moves, _ACTION.c.done_at, _ACTION.c.checked_at)
    chosen = sa.select(*columns, _REPORT.c.team).join_from(_ACTION, _REPORT, _REPORT.c.id == _ACTION.c.report_id)
    chosen = chosen.where(sa.or_(done, agreed, due, open_then)).order_by(_ACTION.c.agreed_at, _ACTION.c.id)
    return tuple(_action(row, service) for row in transaction.core.execute(chosen))


def _action(row: _Row, service: Service) -> ActionFact:
    return ActionFact(
        agreed_at=row.agreed_at,
        due_on=row.due_on,
        moved=row.moves > 0,
        done_at=row.done_at,
        done_on=local_date(row.done_at, service.zone_of(row.team)) if row.done_at else None,
        checked=row.checked_at is not None,
    )


def _decisions(transaction: Transaction, period: Period) -> tuple[DecisionFact, ...]:
    columns = (
        _INCIDENT.c.decided_at,
        _INCIDENT.c.physical_harm,
        _INCIDENT.c.psychological_harm,
        _INCIDENT.c.response,
    )
    chosen = sa.select(*columns).where(_within(_INCIDENT.c.decided_at, period), _INCIDENT.c.state != "merged")
    return tuple(
        DecisionFact(
            decided_at=row.decided_at,
            physical=PhysicalHarm(row.physical_harm),
            psychological=PsychologicalHarm(row.psychological_harm),
            response=LearningResponse(row.response),
        )
        for row in transaction.core.execute(chosen.order_by(_INCIDENT.c.decided_at, _INCIDENT.c.id))
    )


def _dangers(transaction: Transaction, period: Period) -> tuple[DangerFact, ...]:
    taken = _first_taken(transaction, since=period.starts_at)
    chosen = sa.select(_DANGER.c.incident_id, _DANGER.c.started_at).where(_within(_DANGER.c.started_at, period))
    rows = transaction.core.execute(chosen.order_by(_DANGER.c.started_at, _DANGER.c.incident_id))
    return tuple(DangerFact(row.started_at, taken.get(row.incident_id)) for row in rows)


def _holds(transaction: Transaction, period: Period) -> tuple[HoldFact, ...]:
    """Closed questions to teams whose answers are told apart."""
    closed = _QUESTION.c.closed_at.is_not(None), ~_QUESTION.c.small
    asked = _QUESTION.c.asked_at >= period.starts_at - OPEN_FOR, _QUESTION.c.asked_at < period.ends_at - OPEN_FOR
    chosen = sa.select(_QUESTION.c.days, _QUESTION.c.asked_at, _QUESTION.c.answer).where(*closed, *asked)
    rows = transaction.core.execute(chosen.order_by(_QUESTION.c.asked_at, _QUESTION.c.id))
    return tuple(
        HoldFact(row.days, row.asked_at + OPEN_FOR, HoldAnswer(row.answer) if row.answer else None) for row in rows
    )


def _first_taken(transaction: Transaction, *, since: datetime) -> dict[UUID, datetime]:
    """From the trail, because the danger itself forgets who had it once it has ended."""
    first = sa.func.min(_AUDIT.c.at, type_=_AUDIT.c.at.type).label("at")
    chosen = sa.select(_AUDIT.c.subject, first).where(
        _AUDIT.c.action == AuditEvent.DANGER_TAKEN, _AUDIT.c.at >= since
    )
    rows = transaction.core.execute(chosen.group_by(_AUDIT.c.subject))
    return {UUID(row.subject): row.at for row in rows}
