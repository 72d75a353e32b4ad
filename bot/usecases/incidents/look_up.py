"""Looking up who sent a confidential report. The reporter sees who did, and why."""

from uuid import UUID, uuid4

from bot.domain.incidents.conversation import Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import audit, conversations, reports
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


@retry_on_conflict
def look_up_name(context: Context, report_id: UUID, reason: EntryWords, *, key: str, by: str) -> str:
    """The Slack id of whoever sent this confidential report. It is recorded, with the reason, before anybody sees it.

    Raises `NotForYou`, `NotFound` or `IncidentRefused`.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        judge.incident(report_id, Act.LOOK_UP_NAME)
        transaction = judge.transaction
        report = reports.get(transaction, report_id)
        if report.name_choice is not NameChoice.CONFIDENTIAL:
            raise IncidentRefused("reason", IncidentReason.NO_NAME_TO_LOOK_UP)
        submission = transaction.keyed_hash("form", key)
        if conversations.find_by_submission(transaction, submission) is None:
            entry = Entry(id=uuid4(), report_id=report_id, kind=EntryKind.NAME_LOOKED_UP, author=by, at=now)
            conversations.add(transaction, entry, reason, submission=submission)
            audit.add(transaction, actor=by, event=AuditEvent.NAME_LOOKED_UP, subject=str(report_id), at=now)
    return report.reporter
