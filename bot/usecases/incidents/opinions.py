"""A reporter who has read an answer says what they think of reporting. It is counted, and kept with no report."""

from datetime import datetime
from uuid import UUID

from bot.domain.calendar import local_date
from bot.domain.incidents.incident import Incident
from bot.domain.reports.opinions import Question, accept_opinion, quarter_of
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.incidents.by_claim_code import report_of_pass
from bot.usecases.incidents.own_report import found_for_reporter
from bot.usecases.permissions import judged
from storage import incidents, opinions
from storage.engine.transactions import Transaction, retry_on_conflict


@retry_on_conflict
def give_opinion(
    context: Context, report_id: UUID, question: Question, answer: str, *, by: str, now: datetime
) -> None:
    """Count it once. Nothing is recorded. Raises `NotForYou`, `NotFound` or `OpinionRefused`."""
    with judged(context, by=by, now=now) as judge:
        incident = judge.own_report(report_id, Act.WRITE_TO_OWN_REPORT)
        _count(judge.transaction, context, incident, report_id, (question, answer), now=now)


@retry_on_conflict
def give_opinion_by_code(context: Context, given: str, question: Question, answer: str, *, now: datetime) -> None:
    """The same for whoever has entered a claim code. Raises `PassExpired` or `OpinionRefused`."""
    with context.database.writing() as transaction:
        report_id = report_of_pass(transaction, given, now)
        incident = incidents.of_report(transaction, report_id)
        _count(transaction, context, incident, report_id, (question, answer), now=now)


def _count(
    transaction: Transaction,
    context: Context,
    incident: Incident,
    report_id: UUID,
    said: tuple[Question, str],
    *,
    now: datetime,
) -> None:
    question, answer = said
    found = found_for_reporter(transaction, incident, report_id, context.service)
    accept_opinion(question, answer, still=found.opinions_asked)
    quarter = quarter_of(local_date(now, context.service.zone))
    opinions.count_once(transaction, report_id, question, answer, quarter=quarter)
