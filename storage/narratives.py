"""Narratives, each encrypted for its own row. Code that composes messages may not import this module."""

from collections import defaultdict
from collections.abc import Callable, Collection
from uuid import UUID

from sqlmodel import col, select

from bot.domain.reports.narratives import Narrative
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction
from storage.tables.danger import DangerRow
from storage.tables.reports import AmendmentRow, ReportRow


def seal_for_report(transaction: Transaction, narrative: Narrative, report_id: UUID) -> bytes:
    return transaction.seal(narrative.text, bound_to=_of_report(report_id))


def seal_for_amendment(transaction: Transaction, narrative: Narrative, amendment_id: UUID) -> bytes:
    return transaction.seal(narrative.text, bound_to=_of_amendment(amendment_id))


def seal_for_danger(transaction: Transaction, words: Narrative, incident_id: UUID) -> bytes:
    return transaction.seal(words.text, bound_to=_of_danger(incident_id))


def of_danger(transaction: Transaction, incident_id: UUID) -> Narrative | None:
    """How the danger of this incident ended, in words; None if there are none, or none that can be read."""
    row = transaction.get(DangerRow, incident_id)
    sealed = row.words_sealed if row else None
    return _narrative(transaction, sealed, bound_to=_of_danger(incident_id)) if sealed else None


def of_report(transaction: Transaction, report_id: UUID) -> list[Narrative | None]:
    """What the reporter wrote first, then what they wrote in each amendment, the oldest first.

    None stands for words that cannot be read: the rest of the report must open all the same.
    """
    return [
        _narrative(transaction, row.narrative_sealed, bound_to=_place_of(row))
        for row in _rows_of(transaction, report_id)
    ]


def of_incidents(transaction: Transaction, incident_ids: Collection[UUID]) -> dict[UUID, str]:
    """The latest words of each report of these incidents, as one text each. Unreadable ones are left out."""
    texts: dict[UUID, list[str]] = defaultdict(list)
    reports = select(ReportRow).where(col(ReportRow.incident_id).in_(incident_ids)).order_by(col(ReportRow.id))
    rows = {row.id: row for row in transaction.exec(reports)}
    latest: dict[UUID, ReportRow | AmendmentRow] = {**rows}
    amended = select(AmendmentRow).where(col(AmendmentRow.report_id).in_(rows))
    for amendment in transaction.exec(amended.order_by(col(AmendmentRow.amended_at), col(AmendmentRow.id))):
        latest[amendment.report_id] = amendment
    for report_id, row in latest.items():
        narrative = _narrative(transaction, row.narrative_sealed, bound_to=_place_of(row))
        if narrative:
            texts[rows[report_id].incident_id].append(narrative.text)
    return {each: "\n".join(words) for each, words in texts.items()}


def rewrite(transaction: Transaction, report_id: UUID, change: Callable[[Narrative], Narrative]) -> int:
    """Put other words in place of those of the report and of each amendment; returns how many texts changed.

    Words that cannot be read stay as they are.
    """
    changed = 0
    for row in _rows_of(transaction, report_id):
        before = _narrative(transaction, row.narrative_sealed, bound_to=_place_of(row))
        after = change(before) if before else None
        if after and after != before:
            row.narrative_sealed = transaction.seal(after.text, bound_to=_place_of(row))
            transaction.add(row)
            changed += 1
    transaction.flush()
    return changed


def _rows_of(transaction: Transaction, report_id: UUID) -> list[ReportRow | AmendmentRow]:
    """The report, then its amendments, the oldest first."""
    chosen = select(AmendmentRow).where(AmendmentRow.report_id == report_id)
    amendments = transaction.exec(chosen.order_by(col(AmendmentRow.amended_at), col(AmendmentRow.id)))
    return [transaction.get_one(ReportRow, report_id), *amendments]


def _place_of(row: ReportRow | AmendmentRow) -> str:
    return _of_report(row.id) if isinstance(row, ReportRow) else _of_amendment(row.id)


def _narrative(transaction: Transaction, sealed: bytes, *, bound_to: str) -> Narrative | None:
    try:
        return Narrative(text=transaction.unseal(sealed, bound_to=bound_to))
    except SealBroken:
        return None


def _of_report(report_id: UUID) -> str:
    return f"report.narrative:{report_id}"


def _of_amendment(amendment_id: UUID) -> str:
    return f"amendment.narrative:{amendment_id}"


def _of_danger(incident_id: UUID) -> str:
    return f"danger.words:{incident_id}"
