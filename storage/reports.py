"""Reports without their narratives: what shared messages, Home and figures are made of."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import exists
from sqlmodel import col, func, select, update

from bot.domain.bulletins.edition import Figures
from bot.domain.reports.kinds import GOOD_CARE
from bot.domain.reports.report import AtRisk, Progress, Report, ReportForm
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.reports import AmendmentRow, ReportRow

_REPORT = table(ReportRow)
_BY_FORM = sa.select(_REPORT.c.id).where(_REPORT.c.submission_hash == sa.bindparam("form"))


@dataclass(frozen=True)
class FormHashes:
    """Keyed hashes that tell the same form sent again, and the same form with other answers."""

    form: bytes
    answers: bytes


@dataclass(frozen=True)
class Amendment:
    """Other answers to a form that had made a report already."""

    id: UUID
    report_id: UUID
    draft: ReportForm
    answers: bytes


def add(transaction: Transaction, report: Report, *, narrative_sealed: bytes, submission: FormHashes) -> bool:
    """Keep a report; False if its reference is taken, so that it needs another one."""
    values = report.model_dump(exclude={"progress"}) | {
        "narrative_sealed": narrative_sealed,
        "submission_hash": submission.form,
        "answers_hash": submission.answers,
    }
    return len(transaction.insert_all_once(ReportRow, [values], key="reference")) == 1


def sent_before(transaction: Transaction, form: bytes) -> Report | None:
    """The report that this very form made already, if it did."""
    known = transaction.core.execute(_BY_FORM, {"form": form}).scalar()
    return get(transaction, known) if known else None


def answers_are_known(transaction: Transaction, report_id: UUID, answers: bytes) -> bool:
    """Whether these answers are the report's own, or those of one of its amendments."""
    own = select(ReportRow.id).where(ReportRow.id == report_id, ReportRow.answers_hash == answers)
    amended = select(AmendmentRow.id).where(AmendmentRow.report_id == report_id, AmendmentRow.answers_hash == answers)
    return transaction.exec(own).first() is not None or transaction.exec(amended).first() is not None


def amend(transaction: Transaction, amendment: Amendment, *, narrative_sealed: bytes, now: datetime) -> None:
    """Keep other answers beside the report."""
    transaction.add(
        AmendmentRow(
            **amendment.draft.model_dump(),
            id=amendment.id,
            report_id=amendment.report_id,
            answers_hash=amendment.answers,
            narrative_sealed=narrative_sealed,
            amended_at=now,
        )
    )
    transaction.flush()


def amended(transaction: Transaction, amendment_id: UUID) -> Report:
    """The report as one of its amendments tells it."""
    return _amended(transaction, transaction.get_one(AmendmentRow, amendment_id))


def amendments(transaction: Transaction, report_id: UUID) -> list[Report]:
    """The report as each of its amendments tells it, the oldest first."""
    chosen = select(AmendmentRow).where(AmendmentRow.report_id == report_id)
    return [_amended(transaction, row) for row in transaction.exec(chosen.order_by(col(AmendmentRow.amended_at)))]


def _amended(transaction: Transaction, row: AmendmentRow) -> Report:
    return get(transaction, row.report_id).model_copy(
        update={
            "kind": row.kind,
            "still_at_risk": AtRisk(row.still_at_risk),
            "team": row.team,
            "happened_at": row.happened_at,
        }
    )


def find(transaction: Transaction, report_id: UUID) -> Report | None:
    row = transaction.get(ReportRow, report_id)
    return _report(transaction, row) if row else None


def get(transaction: Transaction, report_id: UUID) -> Report:
    """A report that is known to be there."""
    return _report(transaction, transaction.get_one(ReportRow, report_id))


def by_reporter(transaction: Transaction, slack_id: str, *, limit: int) -> list[Report]:
    """This person's own reports, the newest first."""
    chosen = select(ReportRow).where(ReportRow.reporter == slack_id)
    rows = transaction.exec(chosen.order_by(col(ReportRow.reported_at).desc()).limit(limit))
    return [_report(transaction, row) for row in rows]


def mark_read(transaction: Transaction, report_id: UUID, now: datetime) -> None:
    """Remember when somebody of the safety team first read it."""
    unread = col(ReportRow.id) == report_id, col(ReportRow.first_read_at).is_(None)
    transaction.exec(update(ReportRow).where(*unread).values(first_read_at=now))


def figures(transaction: Transaction, team: str, *, start: datetime, end: datetime) -> Figures:
    """What happened in a team with start <= moment < end: reports by when they were sent, actions by when done."""
    sent = (ReportRow.team == team, col(ReportRow.reported_at) >= start, col(ReportRow.reported_at) < end)
    done = (ReportRow.team == team, col(ActionRow.done_at) >= start, col(ActionRow.done_at) < end)
    return Figures(
        reports=transaction.exec(select(func.count()).select_from(ReportRow).where(*sent)).one(),
        good_care=transaction.exec(
            select(func.count()).select_from(ReportRow).where(*sent, ReportRow.kind == GOOD_CARE)
        ).one(),
        actions_done=transaction.exec(
            select(func.count())
            .select_from(ActionRow)
            .join(ReportRow, col(ReportRow.id) == col(ActionRow.report_id))
            .where(*done)
        ).one(),
    )


def _report(transaction: Transaction, row: ReportRow) -> Report:
    sealed_and_hashed = {"submission_hash", "answers_hash", "narrative_sealed", "first_read_at", "still_at_risk"}
    return Report(
        **row.model_dump(exclude=sealed_and_hashed),
        still_at_risk=AtRisk(row.still_at_risk),
        progress=_progress(transaction, row),
    )


def _progress(transaction: Transaction, row: ReportRow) -> Progress:
    if transaction.exec(select(exists().where(col(ActionRow.report_id) == row.id))).one():
        return Progress.ACTION_AGREED
    return Progress.READ if row.first_read_at else Progress.RECEIVED
