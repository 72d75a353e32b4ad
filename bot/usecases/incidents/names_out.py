"""Identifiers are taken out of a report by whoever sent it, after it was saved."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.reports.coarse_times import next_hour
from bot.domain.reports.doubts import without_identifiers
from bot.domain.reports.identifiers import IdentifierKind
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.incidents.doubts import known_names
from bot.usecases.permissions import NotFound, judged
from storage import audit, narratives, reports, unrecorded
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict

Words = Mapping[IdentifierKind, str]
"""What stands in place of an identifier."""


@retry_on_conflict
def take_names_out(context: Context, report_id: UUID, words: Words, *, by: str, now: datetime) -> int:
    """Replace each identifier in the report and its amendments; returns in how many texts. Backups keep them.

    Raises `NotForYou` or `NotFound`.
    """
    with judged(context, by=by, now=now) as judge:
        judge.own_report(report_id, Act.WRITE_TO_OWN_REPORT)
        texts, subject = _rewrite(judge.transaction, context, report_id, words), str(report_id)
        event, detail = AuditEvent.OWN_REPORT_REDACTED, {"texts": str(texts)}
        audit.add(judge.transaction, actor=by, event=event, subject=subject, at=now, **detail)
    return texts


@retry_on_conflict
def take_names_out_anonymously(context: Context, nonce: str, words: Words, *, now: datetime) -> int:
    """The same, for whoever has the receipt of the form with this nonce. It is recorded at the next full hour.

    Raises `NotFound`.
    """
    with context.database.writing() as transaction:
        report = reports.find_by_submission(transaction, transaction.keyed_hash("form", nonce))
        if report is None or report.name_choice is not NameChoice.ANONYMOUS:
            raise NotFound
        texts = _rewrite(transaction, context, report.id, words)
        event, subject = AuditEvent.OWN_REPORT_REDACTED, str(report.id)
        unrecorded.put(transaction, event, subject, until=next_hour(now), texts=str(texts))
    return texts


def _rewrite(transaction: Transaction, context: Context, report_id: UUID, words: Words) -> int:
    return narratives.rewrite(transaction, report_id, partial(_without, words=words, names=known_names(context)))


def _without(narrative: Narrative, *, words: Words, names: list[str]) -> Narrative:
    return Narrative(text=without_identifiers(narrative.text, words, known_names=names, longest=2 * LONGEST))
