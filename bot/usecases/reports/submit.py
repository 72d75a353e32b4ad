"""Submitting a report: one transaction keeps the report, its audit entry and the messages that tell of it."""

import json
import secrets  # noqa: TID251 - references are random
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.references import POSSIBLE, reference_from
from bot.domain.reports.report import Report, ReportForm, accept
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.reports.queue_card import card_to_queue
from storage import audit, narratives, reports
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
    """A filled form and who sent it."""

    draft: ReportForm
    narrative: Narrative
    reporter: str


@retry_on_conflict
def submit_report(context: Context, answers: SentForm, *, key: str, now: datetime) -> Receipt:
    """Save a report, once for each `key`, the form's nonce.

    The same key with the same answers gives the same receipt; other answers are kept as an amendment.
    Raises `ReportRefused`, `NotSaved` or `OutcomeUnknown`.
    """
    with context.database.writing() as transaction:
        submission = _submission(transaction, answers, key)
        known = reports.sent_before(transaction, submission.form)
        if known and reports.answers_are_known(transaction, known.id, submission.answers):
            return Receipt(known)  # What is saved stays saved, whatever the rules say by now.
        draft = accept(answers.draft, context.service, now=now)
        if known:
            amendment = Amendment(uuid4(), known.id, draft, submission.answers)
            receipt = Receipt(_amend(transaction, context, answers, amendment, now), amended=True)
        else:
            receipt = Receipt(_add(transaction, context, answers, submission, now))
    context.wake_delivery()
    return receipt


def _submission(transaction: Transaction, answers: SentForm, key: str) -> FormHashes:
    answered = json.dumps([answers.draft.model_dump_json(), answers.narrative.text])
    return FormHashes(form=transaction.keyed_hash("form", key), answers=transaction.keyed_hash("answers", answered))


def _add(
    transaction: Transaction, context: Context, answers: SentForm, submission: FormHashes, now: datetime
) -> Report:
    report = _accepted(answers, now)
    sealed = narratives.sealed_for_report(transaction, answers.narrative, report.id)
    while not reports.add(transaction, report, narrative_sealed=sealed, submission=submission):
        report = report.model_copy(update={"reference": _reference()})
    to_queue = [*card_to_queue(transaction, context, report), outgoing.copy(report)]
    messages.put_all(transaction, to_queue, now=context.clock.elapsed())
    # Last: until this transaction ends, no other replica adds an entry.
    audit.add(transaction, actor=report.reporter, action="report.sent", subject=str(report.id), at=now)
    return report


def _accepted(answers: SentForm, now: datetime) -> Report:
    return Report(
        **answers.draft.model_dump(),
        id=uuid4(),
        reference=_reference(),
        reported_at=now,
        reporter=answers.reporter,
    )


def _amend(
    transaction: Transaction, context: Context, answers: SentForm, amendment: Amendment, now: datetime
) -> Report:
    sealed = narratives.sealed_for_amendment(transaction, answers.narrative, amendment.id)
    reports.amend(transaction, amendment, narrative_sealed=sealed, now=now)
    audit.add(transaction, actor=answers.reporter, action="report.amended", subject=str(amendment.report_id), at=now)
    report = reports.amended(transaction, amendment.id)
    to_queue = card_to_queue(transaction, context, report, amendment.id)
    messages.put_all(transaction, to_queue, now=context.clock.elapsed())
    return report


def _reference() -> str:
    return reference_from(secrets.randbelow(POSSIBLE))
