"""Submitting a report: one transaction saves the report, its audit entry and the messages about it."""

import json
import secrets  # noqa: TID251 - references are random
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.incidents.incident import sensitivity_of
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.references import POSSIBLE, reference_from
from bot.domain.reports.report import Report, ReportForm, accept
from bot.domain.sensitivity import Sensitivity, strictest
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.incidents.queue_card import card_to_queue
from storage import audit, incidents, integrity, narratives, reports
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages
from storage.reports import Amendment, FormHashes


@dataclass(frozen=True)
class Receipt:
    """What was saved. `amended` when the same form had been saved before with other answers."""

    report: Report
    amended: bool = False


@dataclass(frozen=True)
class SentForm:
    """A filled form and who sent it. `involved` may not see the report, because they are part of it."""

    form: ReportForm
    narrative: Narrative
    reporter: str
    name_choice: NameChoice = NameChoice.NAMED
    about_staff: bool = False
    involved: frozenset[str] = frozenset()

    @property
    def sensitivity(self) -> Sensitivity:
        return sensitivity_of(self.form.kind, about_staff=self.about_staff)


@retry_on_conflict
def submit_report(context: Context, sent: SentForm, *, key: str, now: datetime) -> Receipt:
    """Save a report, once for each `key`, the form's nonce.

    The same key with the same answers gives the same receipt; other answers are saved as an amendment.
    Raises `ReportRefused`, `NotSaved` or `OutcomeUnknown`.
    """
    with context.database.writing() as transaction:
        submission = _submission(transaction, sent, key)
        known = reports.find_by_submission(transaction, submission.form)
        if known and reports.has_version(transaction, known.id, submission.answers):
            return Receipt(known)  # It was saved, even if the rules would refuse it by now.
        form = accept(sent.form, context.service, now=now)
        if known:
            amendment = Amendment(uuid4(), known.id, form, submission.answers)
            receipt = Receipt(_amend(transaction, context, sent, amendment, now), amended=True)
        else:
            receipt = Receipt(_add(transaction, context, sent, submission, now))
    context.wake_delivery()
    return receipt


def _submission(transaction: Transaction, sent: SentForm, key: str) -> FormHashes:
    answered = json.dumps([sent.form.model_dump_json(), sent.narrative.text])
    return FormHashes(form=transaction.keyed_hash("form", key), answers=transaction.keyed_hash("answers", answered))


def _add(transaction: Transaction, context: Context, sent: SentForm, submission: FormHashes, now: datetime) -> Report:
    report = _new_report(sent, now)
    incidents.add(transaction, report, sensitivity=sent.sensitivity, involved=sent.involved)
    sealed = narratives.seal_for_report(transaction, sent.narrative, report.id)
    while not reports.add(transaction, report, narrative_sealed=sealed, submission=submission):
        report = report.model_copy(update={"reference": _reference()})
    about_it = [*card_to_queue(transaction, context, report), outgoing.copy(report)]
    messages.put_all(transaction, about_it, now=context.clock.elapsed())
    # Last, because no other replica can add an entry until this transaction ends.
    audit.add(
        transaction,
        actor=report.reporter,
        event=AuditEvent.REPORT_SENT,
        subject=str(report.id),
        at=now,
        digest=integrity.report_digest(transaction, report),
    )
    return report


def _new_report(sent: SentForm, now: datetime) -> Report:
    report_id = uuid4()
    return Report(
        **sent.form.model_dump(),
        id=report_id,
        incident_id=report_id,
        reference=_reference(),
        reported_at=now,
        reporter=sent.reporter,
        name_choice=sent.name_choice,
    )


def _amend(transaction: Transaction, context: Context, sent: SentForm, amendment: Amendment, now: datetime) -> Report:
    sealed = narratives.seal_for_amendment(transaction, sent.narrative, amendment.id)
    reports.amend(transaction, amendment, narrative_sealed=sealed, now=now)
    _restrict_if_needed(transaction, amendment.report_id, sent.sensitivity)
    audit.add(
        transaction,
        actor=sent.reporter,
        event=AuditEvent.REPORT_AMENDED,
        subject=str(amendment.report_id),
        at=now,
        amendment=str(amendment.id),
        digest=integrity.amendment_digest(transaction, amendment, now=now),
    )
    report = reports.get_amended(transaction, amendment.id)
    about_it = card_to_queue(transaction, context, report, amendment.id)
    messages.put_all(transaction, about_it, now=context.clock.elapsed())
    return report


def _restrict_if_needed(transaction: Transaction, report_id: UUID, sensitivity: Sensitivity) -> None:
    """Other answers make an incident stricter, and never less strict."""
    before = incidents.of_report(transaction, report_id)
    after = before.model_copy(update={"sensitivity": strictest(before.sensitivity, sensitivity)})
    if after != before:
        incidents.change(transaction, before, after)


def _reference() -> str:
    return reference_from(secrets.randbelow(POSSIBLE))
