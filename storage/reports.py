"""Reports without their narratives: what shared messages, Home and lists are made of.

Whether an action was agreed is asked in the same query as the report, so that a list takes one query.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlmodel import col, select, update

from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk, Progress, Report, ReportForm
from bot.domain.reports.types import HarmSaid, ReportType, type_of_kind
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionRow
from storage.tables.incidents import is_withdrawn
from storage.tables.reports import AmendmentRow, ReportRow

_REPORT, _ACTION, _AMENDMENT = table(ReportRow), table(ActionRow), table(AmendmentRow)
_ACTION_AGREED = sa.exists().where(_ACTION.c.report_id == _REPORT.c.id).label("action_agreed")
_FACTS = (_REPORT.c[name] for name in Report.model_fields if name != "progress")
REPORTS = sa.select(*_FACTS, _REPORT.c.first_read_at, _ACTION_AGREED)
"""Every list of reports adds its conditions to this."""
# Made once, because making a statement takes longer than running it.
_BY_ID = REPORTS.where(_REPORT.c.id == sa.bindparam("report"))
_BY_IDS = REPORTS.where(_REPORT.c.id.in_(sa.bindparam("reports", expanding=True)))
_BY_SUBMISSION = REPORTS.where(_REPORT.c.submission_hash == sa.bindparam("submission"))
_WITHDRAWN = sa.select(_REPORT.c.id).where(
    _REPORT.c.id.in_(sa.bindparam("reports", expanding=True)), is_withdrawn(_REPORT.c.id)
)
_HAS_VERSION = sa.select(
    sa.exists().where(_REPORT.c.id == sa.bindparam("report"), _REPORT.c.answers_hash == sa.bindparam("answers"))
    | sa.exists().where(
        _AMENDMENT.c.report_id == sa.bindparam("report"), _AMENDMENT.c.answers_hash == sa.bindparam("answers")
    )
)


@dataclass(frozen=True)
class FormHashes:
    """Keyed hashes: `form` tells that the same form was sent again, `answers` that it says the same."""

    form: bytes
    answers: bytes


@dataclass(frozen=True)
class Amendment:
    """The form of a report, sent again with other answers."""

    id: UUID
    report_id: UUID
    form: ReportForm
    answers: bytes


def add(transaction: Transaction, report: Report, *, narrative_sealed: bytes, submission: FormHashes) -> bool:
    """Insert a report; False if its reference is taken, so that it needs another one."""
    values = report.model_dump(exclude={"progress"}) | {
        "narrative_sealed": narrative_sealed,
        "submission_hash": submission.form,
        "answers_hash": submission.answers,
    }
    return len(transaction.insert_all_once(ReportRow, [values], key="reference")) == 1


def hide_order(transaction: Transaction, report_id: UUID) -> None:
    """The report tells nothing by its place in the table."""
    transaction.hide_order(ReportRow, report_id)


def change_times(transaction: Transaction, report: Report) -> None:
    """Write how much of its times is to be known from now on."""
    times = {"happened_at": report.happened_at, "reported_at": report.reported_at}
    transaction.core.execute(sa.update(_REPORT).where(_REPORT.c.id == report.id).values(**times))


def find(transaction: Transaction, report_id: UUID) -> Report | None:
    """The report, or None if there is none with this id."""
    row = transaction.core.execute(_BY_ID, {"report": report_id}).first()
    return report_from(row) if row else None


def get(transaction: Transaction, report_id: UUID) -> Report:
    """A report that must exist."""
    return report_from(transaction.core.execute(_BY_ID, {"report": report_id}).one())


def get_all(transaction: Transaction, ids: Sequence[UUID]) -> list[Report]:
    """Reports that must exist, in this order."""
    rows = {row.id: row for row in transaction.core.execute(_BY_IDS, {"reports": list(ids)})}
    if len(rows) < len(ids):
        raise NoResultFound
    return [report_from(rows[each]) for each in ids]


def find_by_submission(transaction: Transaction, form: bytes) -> Report | None:
    """The report that this very form has already made, or None."""
    row = transaction.core.execute(_BY_SUBMISSION, {"submission": form}).first()
    return report_from(row) if row else None


def sent_since(transaction: Transaction, reporter: str, form: ReportForm, since: datetime) -> str | None:
    """The reference of the newest report of this kind that this person has sent since then; None if there is none."""
    same = ReportRow.reporter == reporter, ReportRow.kind == form.kind, ReportRow.type == form.type
    chosen = select(ReportRow.reference).where(*same, col(ReportRow.reported_at) >= since)
    return transaction.exec(chosen.order_by(col(ReportRow.reported_at).desc()).limit(1)).first()


def mark_read(transaction: Transaction, report_id: UUID, now: datetime, *, by: str) -> bool:
    """Record when it was first read, and by whom; False if it had been read before."""
    unread = col(ReportRow.id) == report_id, col(ReportRow.first_read_at).is_(None)
    first = update(ReportRow).where(*unread).values(first_read_at=now, first_read_by=by)
    return bool(transaction.exec(first).rowcount == 1)


def amend(transaction: Transaction, amendment: Amendment, *, narrative_sealed: bytes, now: datetime) -> None:
    """Insert other answers beside the report, which stays as it was."""
    transaction.add(
        AmendmentRow(
            **amendment.form.model_dump(),
            id=amendment.id,
            report_id=amendment.report_id,
            answers_hash=amendment.answers,
            narrative_sealed=narrative_sealed,
            amended_at=now,
        )
    )
    transaction.flush()


def hide_order_of_amendment(transaction: Transaction, amendment_id: UUID) -> None:
    """The amendment tells nothing by its place in the table."""
    transaction.hide_order(AmendmentRow, amendment_id)


def has_version(transaction: Transaction, report_id: UUID, answers: bytes) -> bool:
    """Whether these answers are the report's own, or those of one of its amendments."""
    return bool(transaction.core.execute(_HAS_VERSION, {"report": report_id, "answers": answers}).scalar())


def get_amended(transaction: Transaction, amendment_id: UUID) -> Report:
    """The report with the answers of one of its amendments."""
    amendment = transaction.get_one(AmendmentRow, amendment_id)
    return _amended(get(transaction, amendment.report_id), amendment)


def versions(transaction: Transaction, report_id: UUID) -> list[Report]:
    """The report as it was first sent, then with the answers of each of its amendments, the oldest first."""
    first = get(transaction, report_id)
    chosen = (
        select(AmendmentRow)
        .where(AmendmentRow.report_id == report_id)
        .order_by(col(AmendmentRow.amended_at), col(AmendmentRow.id))
    )
    return [first, *(_amended(first, amendment) for amendment in transaction.exec(chosen))]


def harm_said(transaction: Transaction, incident_id: UUID) -> list[HarmSaid]:
    """What each reporter of this incident said of harm last."""
    ids = transaction.core.execute(sa.select(_REPORT.c.id).where(_REPORT.c.incident_id == incident_id)).scalars()
    latest = [versions(transaction, each)[-1] for each in ids]
    return [HarmSaid(each.hurt, each.physical_harm, each.psychological_harm) for each in latest]


def has_anonymous(transaction: Transaction, incident_id: UUID) -> bool:
    """Whether somebody who told of this incident is anonymous."""
    unnamed = _REPORT.c.incident_id == incident_id, _REPORT.c.name_choice == NameChoice.ANONYMOUS.value
    return transaction.core.execute(sa.select(_REPORT.c.id).where(*unnamed)).first() is not None


def sent_at(transaction: Transaction, report_id: UUID) -> list[datetime]:
    """When the report was first sent, then when each of its amendments was, the oldest first."""
    chosen = select(AmendmentRow.amended_at).where(AmendmentRow.report_id == report_id)
    amended = transaction.exec(chosen.order_by(col(AmendmentRow.amended_at), col(AmendmentRow.id)))
    return [get(transaction, report_id).reported_at, *amended]


def first_read_at(transaction: Transaction, report_id: UUID) -> datetime | None:
    """When somebody of the safety team first read it."""
    return transaction.exec(select(ReportRow.first_read_at).where(ReportRow.id == report_id)).one()


def withdrawn(transaction: Transaction, report_ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these reports their reporters have taken back. What a report says stays, and is marked."""
    return frozenset(transaction.core.execute(_WITHDRAWN, {"reports": list(report_ids)}).scalars())


def _amended(report: Report, amendment: AmendmentRow) -> Report:
    answers = {name: getattr(amendment, name) for name in ReportForm.model_fields}
    form = ReportForm(**answers | {"type": _type_in(answers)})
    return report.model_copy(update=dict(form))


def _type_in(facts: Mapping[str, Any]) -> ReportType:
    return ReportType(facts["type"]) if facts["type"] else type_of_kind(facts["kind"])


def report_from(row: sa.Row[*tuple[Any, ...]]) -> Report:
    """The value of one row of `REPORTS`."""
    facts = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
    progress = Progress.READ if facts["first_read_at"] else Progress.RECEIVED
    return Report(
        **{name: facts[name] for name in Report.model_fields if name != "progress"}
        | {"still_at_risk": AtRisk(facts["still_at_risk"]), "name_choice": NameChoice(facts["name_choice"])}
        | {"type": _type_in(facts)},
        progress=Progress.ACTION_AGREED if facts["action_agreed"] else progress,
    )
