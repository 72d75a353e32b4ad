"""Submitting a report: one transaction saves the report, its audit entry and the messages about it."""

import json
import secrets  # noqa: TID251 - references are random
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from pydantic import Field

from bot.domain.incidents.incident import sensitivity_of
from bot.domain.reports.coarse_times import next_hour, to_the_hour
from bot.domain.reports.name_choice import ANONYMOUS_REPORTER, NameChoice
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.references import POSSIBLE, reference_from
from bot.domain.reports.report import Report, ReportForm, accept
from bot.domain.reports.types import ReportType
from bot.domain.sensitivity import Sensitivity, strictest
from bot.domain.values import PersonId, Value
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.incidents.queue_card import card_to_queue
from bot.usecases.incidents.ringing import danger_reported
from bot.usecases.incidents.support import ask_after_harm
from bot.usecases.incidents.thank_yous import thank_yous_to_queue
from bot.usecases.reports.drafts import remove_of_form
from storage import audit, claims, incidents, integrity, narratives, reports, thank_you_words, unrecorded
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages
from storage.reports import Amendment, FormHashes


@dataclass(frozen=True)
class Receipt:
    """What was saved. `amended` when the same form had been saved before with other answers."""

    report: Report
    amended: bool = False
    code: str | None = None
    """The claim code, if its reporter is anonymous."""


class Involved(Value):
    """The people of whom a reporter says that they are part of it."""

    people: tuple[PersonId, ...] = Field(max_length=50)


@dataclass(frozen=True)
class SentForm:
    """A filled form and who sent it. `involved` may not see the report, because they are part of it."""

    form: ReportForm
    narrative: Narrative
    reporter: str
    name_choice: NameChoice = NameChoice.NAMED
    about_staff: bool = False
    involved: frozenset[str] = frozenset()
    for_guardian: bool = False
    """A concern that only the guardian may read."""
    thanked: frozenset[str] = frozenset()
    """Who gave good care, and hears of it."""
    thank_words: Narrative | None = None
    """What they read."""
    draft: UUID | None = None
    """What was saved of it before, and is not waiting to be sent any more."""

    def coarse(self) -> "SentForm":
        """Without whoever sent it, and with times to the hour: what is kept of an anonymous report."""
        happened_at = to_the_hour(self.form.happened_at)
        form = self.form.model_copy(update={"happened_at": happened_at})
        return replace(self, form=form, reporter=ANONYMOUS_REPORTER)

    @property
    def sensitivity(self) -> Sensitivity:
        if self.form.type is ReportType.CONCERN:
            return Sensitivity.GUARDIAN if self.for_guardian else Sensitivity.CONCERN
        return sensitivity_of(self.form.kind, about_staff=self.about_staff)


@retry_on_conflict
def submit_report(context: Context, sent: SentForm, *, key: str, now: datetime, other_key: str = "") -> Receipt:
    """Save a report, once for each `key`, the form's nonce.

    The same key with the same answers gives the same receipt; other answers are saved as an amendment. `other_key` is
    what the form's key would be with another choice of name: a report that was saved under it stays as it is.
    Raises `ReportRefused`, `NotSaved` or `OutcomeUnknown`.
    """
    if sent.name_choice is NameChoice.ANONYMOUS:
        sent = sent.coarse()
    with context.database.writing() as transaction:
        submission = _submission(transaction, sent, key)
        nonce = key if sent.name_choice is NameChoice.ANONYMOUS else other_key
        known = reports.find_by_submission(transaction, submission.form) or _known(transaction, other_key)
        if known and known.name_choice is NameChoice.ANONYMOUS:
            sent = sent.coarse()  # Whatever it says now: nothing says who sent it.
        if known and reports.has_version(transaction, known.id, submission.answers):
            return _receipt(transaction, known, nonce)  # It was saved, even if the rules would refuse it by now.
        form = accept(sent.form, context.service, now=now)
        if sent.reporter != ANONYMOUS_REPORTER:
            remove_of_form(transaction, key, sent.draft, by=sent.reporter)
        if known:
            amendment = Amendment(uuid4(), known.id, form, submission.answers)
            amended = _amend(transaction, context, sent, amendment, now)
            receipt = _receipt(transaction, amended, nonce, amended=True)
        else:
            receipt = _receipt(transaction, _add(transaction, context, sent, submission, key, now), nonce)
    context.wake_delivery()
    return receipt


def _submission(transaction: Transaction, sent: SentForm, key: str) -> FormHashes:
    withheld: list[object] = [sent.about_staff, sorted(sent.involved)] if sent.about_staff or sent.involved else []
    withheld += ["for the guardian"] if sent.for_guardian else []
    withheld += [sorted(sent.thanked), sent.thank_words.text] if sent.thank_words else []
    answered = json.dumps([sent.form.model_dump_json(), sent.narrative.text, *withheld])
    return FormHashes(form=transaction.keyed_hash("form", key), answers=transaction.keyed_hash("answers", answered))


def _known(transaction: Transaction, key: str) -> Report | None:
    return reports.find_by_submission(transaction, transaction.keyed_hash("form", key)) if key else None


def _receipt(transaction: Transaction, report: Report, nonce: str, *, amended: bool = False) -> Receipt:
    anonymous = report.name_choice is NameChoice.ANONYMOUS
    return Receipt(report, amended, claims.code_for(transaction, nonce) if anonymous else None)


def _add(
    transaction: Transaction, context: Context, sent: SentForm, submission: FormHashes, key: str, now: datetime
) -> Report:
    report = _new_report(sent, now)
    incidents.add(transaction, report, sensitivity=sent.sensitivity, involved=sent.involved)
    sealed = narratives.seal_for_report(transaction, sent.narrative, report.id)
    while not reports.add(transaction, report, narrative_sealed=sealed, submission=submission):
        report = report.model_copy(update={"reference": _reference()})
    if report.name_choice is NameChoice.ANONYMOUS:
        claims.add(transaction, report.id, claims.code_for(transaction, key))
        incidents.hide_order(transaction, report.id)
        reports.hide_order(transaction, report.id)
    _thank(transaction, sent, report.id)
    digest = integrity.report_digest(transaction, report)
    _show_and_record(transaction, context, report, AuditEvent.REPORT_SENT, at=now, digest=digest)
    return report


def _show_and_record(
    transaction: Transaction,
    context: Context,
    report: Report,
    event: AuditEvent,
    *,
    at: datetime,
    of_amendment: UUID | None = None,
    **detail: str,
) -> None:
    """Now; or at the next full hour, if its reporter is anonymous and nobody is in danger."""
    anonymous, subject = report.name_choice is NameChoice.ANONYMOUS, str(report.id)
    if anonymous and not report.still_at_risk.urgent:
        unrecorded.put(transaction, event, subject, until=next_hour(at), **detail)
        return
    ask_after_harm(transaction, context, incidents.of_report(transaction, report.id), now=at)
    rungs = danger_reported(transaction, context, report, now=at)
    cards = card_to_queue(transaction, context, report, of_amendment)
    about_it = [*cards, *rungs, *thank_yous_to_queue(transaction, report)]
    if event is AuditEvent.REPORT_SENT and not anonymous:
        about_it.append(outgoing.copy(report))
    messages.put_all(transaction, about_it, now=context.clock.elapsed())
    # Last, because no other replica can add an entry until this transaction ends.
    moment = to_the_hour(at) if anonymous else at
    audit.add(transaction, actor=report.reporter, event=event, subject=subject, at=moment, **detail)


def _thank(transaction: Transaction, sent: SentForm, report_id: UUID) -> None:
    if sent.form.type is ReportType.GOOD_CARE and sent.thank_words:
        thank_you_words.add(transaction, report_id, sent.thanked, sent.thank_words)


def _new_report(sent: SentForm, now: datetime) -> Report:
    report_id, anonymous = uuid4(), sent.name_choice is NameChoice.ANONYMOUS
    return Report(
        **sent.form.model_dump(),
        id=report_id,
        incident_id=report_id,
        reference=_reference(),
        reported_at=to_the_hour(now) if anonymous else now,
        reporter=ANONYMOUS_REPORTER if anonymous else sent.reporter,
        name_choice=sent.name_choice,
    )


def _amend(transaction: Transaction, context: Context, sent: SentForm, amendment: Amendment, now: datetime) -> Report:
    before = reports.get(transaction, amendment.report_id)
    at = to_the_hour(now) if before.name_choice is NameChoice.ANONYMOUS else now
    sealed = narratives.seal_for_amendment(transaction, sent.narrative, amendment.id)
    reports.amend(transaction, amendment, narrative_sealed=sealed, now=at)
    _withhold_if_needed(transaction, amendment.report_id, sent)
    _thank(transaction, sent, amendment.report_id)
    if before.name_choice is NameChoice.ANONYMOUS:
        reports.hide_order_of_amendment(transaction, amendment.id)
        incidents.hide_order(transaction, before.incident_id)
    report = reports.get_amended(transaction, amendment.id)
    _show_and_record(
        transaction,
        context,
        report,
        AuditEvent.REPORT_AMENDED,
        at=now,
        of_amendment=amendment.id,
        amendment=str(amendment.id),
        digest=integrity.amendment_digest(transaction, amendment, now=at),
    )
    return report


def _withhold_if_needed(transaction: Transaction, report_id: UUID, sent: SentForm) -> None:
    """Other answers make an incident stricter, and never less strict."""
    before = incidents.of_report(transaction, report_id)
    incidents.involve(transaction, before.id, sent.involved)
    after = before.model_copy(update={"sensitivity": strictest(before.sensitivity, sent.sensitivity)})
    if after != before:
        incidents.change(transaction, before, after)


def _reference() -> str:
    return reference_from(secrets.randbelow(POSSIBLE))
