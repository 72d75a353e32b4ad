"""Submitting a report: one transaction keeps the report, its audit entry and the messages that tell of it."""

import json
import secrets  # noqa: TID251 - references are random
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.references import POSSIBLE, reference_from
from bot.domain.reports.report import Draft, Report, accept
from bot.usecases import outgoing
from bot.usecases.context import House
from storage import audit, narratives, reports
from storage.engine.transactions import Work, once_more
from storage.outbox import messages
from storage.reports import Amendment, Submission


@dataclass(frozen=True)
class Receipt:
    """What was saved. `amended` when the same form had been saved before with other answers."""

    report: Report
    amended: bool = False


@dataclass(frozen=True)
class Answers:
    """A filled form and who sent it."""

    draft: Draft
    narrative: Narrative
    reporter: str


@once_more
def submit_report(house: House, answers: Answers, *, key: str, now: datetime) -> Receipt:
    """Save a report, once for each `key`, the form's nonce.

    The same key with the same answers gives the same receipt; other answers are kept as an amendment.
    Raises `ReportRefused`, `NotSaved` or `OutcomeUnknown`.
    """
    with house.database.writing() as work:
        submission = _submission(work, answers, key)
        known = reports.sent_before(work, submission.form)
        if known and reports.answers_are_known(work, known.id, submission.answers):
            return Receipt(known)  # What is saved stays saved, whatever the rules say by now.
        draft = accept(answers.draft, house.service, now=now)
        if known:
            amendment = Amendment(uuid4(), known.id, draft, submission.answers)
            receipt = Receipt(_amend(work, house, answers, amendment, now), amended=True)
        else:
            receipt = Receipt(_add(work, house, answers, submission, now))
    house.wake_delivery()
    return receipt


def _submission(work: Work, answers: Answers, key: str) -> Submission:
    answered = json.dumps([answers.draft.model_dump_json(), answers.narrative.text])
    return Submission(form=work.lookup("form", key), answers=work.lookup("answers", answered))


def _add(work: Work, house: House, answers: Answers, submission: Submission, now: datetime) -> Report:
    report = _accepted(answers, now)
    sealed = narratives.sealed_for_report(work, answers.narrative, report.id)
    while not reports.add(work, report, narrative_sealed=sealed, submission=submission):
        report = report.model_copy(update={"reference": _reference()})
    letters_of_it = outgoing.card(report, house.service), outgoing.copy(report)
    messages.put_all(work, letters_of_it, now=house.clock.elapsed())
    # Last: until this transaction ends, no other replica adds an entry.
    audit.add(work, actor=report.reporter, action="report.sent", subject=str(report.id), at=now)
    return report


def _accepted(answers: Answers, now: datetime) -> Report:
    return Report(
        **answers.draft.model_dump(),
        id=uuid4(),
        reference=_reference(),
        reported_at=now,
        reporter=answers.reporter,
    )


def _amend(work: Work, house: House, answers: Answers, amendment: Amendment, now: datetime) -> Report:
    sealed = narratives.sealed_for_amendment(work, answers.narrative, amendment.id)
    reports.amend(work, amendment, narrative_sealed=sealed, now=now)
    audit.add(work, actor=answers.reporter, action="report.amended", subject=str(amendment.report_id), at=now)
    report = reports.amended(work, amendment.id)
    messages.put(work, outgoing.card(report, house.service, amendment.id), now=house.clock.elapsed())
    return report


def _reference() -> str:
    return reference_from(secrets.randbelow(POSSIBLE))
