"""Looking up who sent a confidential report. The reporter sees who did, and why."""

from uuid import UUID, uuid4

from bot.domain.incidents.conversation import Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import Incident, IncidentReason, IncidentRefused
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import Report
from bot.domain.service.access import Act, looks_up_for_danger, safety_leads
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.incidents import look_reviews
from bot.usecases.permissions import Judged, judged
from storage import audit, conversations, incidents, reports
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict
from storage.outbox import messages


@retry_on_conflict
def look_up_name(context: Context, report_id: UUID, reason: EntryWords, *, key: str, by: str) -> str:
    """The Slack id of whoever sent this confidential report. It is recorded, with the reason, before anybody sees it.

    Whoever may only because they have the danger is told on: to the reporter and the safety leads at once, and to a
    second person on the next working day. Raises `NotForYou`, `NotFound` or `IncidentRefused`.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident = judge.incident(report_id, Act.LOOK_UP_NAME)
        transaction = judge.transaction
        report = reports.get(transaction, report_id)
        if report.name_choice is not NameChoice.CONFIDENTIAL:
            raise IncidentRefused("reason", IncidentReason.NO_NAME_TO_LOOK_UP)
        submission = transaction.keyed_hash("form", key)
        if conversations.find_by_submission(transaction, submission) is None:
            entry = Entry(id=uuid4(), report_id=report_id, kind=EntryKind.NAME_LOOKED_UP, author=by, at=now)
            conversations.add(transaction, entry, reason, submission=submission)
            event = _tell(judge, incident, report, entry)
            audit.add(transaction, actor=by, event=event, subject=str(report_id), at=now)
    context.wake_delivery()
    return report.reporter


def _tell(judge: Judged, incident: Incident, report: Report, look: Entry) -> AuditEvent:
    """Tell those who are told at once, if the name was looked up for the danger. Returns what is recorded."""
    service = judge.context.service
    about = incidents.circumstances(judge.transaction, incident)
    if not looks_up_for_danger(service, judge.by, about):
        return AuditEvent.NAME_LOOKED_UP
    leads = safety_leads(service, about.involved)
    told = [
        outgoing.name_looked(report.id, judge.by, to=person, at=look.at)
        for person in dict.fromkeys([report.reporter, *leads])
    ]
    messages.put_all(judge.transaction, told, now=judge.context.clock.elapsed())
    look_reviews.schedule(judge.transaction, judge.context, look)
    return AuditEvent.NAME_LOOKED_UP_IN_DANGER
