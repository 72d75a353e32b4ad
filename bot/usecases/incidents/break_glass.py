"""Opening an incident against the table, with a reason: kept, recorded, and told to two who answer for it."""

from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.incidents.conversation import Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import Incident
from bot.domain.service.access import Act, told_of_broken_glass
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.incidents.open_incident import OpenedIncident, opened
from bot.usecases.permissions import Judged, judged
from storage import audit, conversations, incidents
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict
from storage.outbox import messages


@retry_on_conflict
def break_glass(
    context: Context, report_id: UUID, reason: EntryWords, *, key: str, by: str, now: datetime
) -> OpenedIncident:
    """Open the incident of this report, once for each `key`. The reason stays with it; nobody can take it out.

    The safety lead and one further role are told that, who and when, and never why or what. Raises `NotForYou` or
    `NotFound`.
    """
    with judged(context, by=by, now=now) as judge:
        incident = judge.incident(report_id, Act.BREAK_GLASS)
        submission = judge.transaction.keyed_hash("form", key)
        if conversations.find_by_submission(judge.transaction, submission) is None:
            entry = Entry(id=uuid4(), report_id=report_id, kind=EntryKind.BROKE_GLASS, author=by, at=now)
            conversations.add(judge.transaction, entry, reason, submission=submission)
            _tell(judge, incident, entry)
            audit.add(judge.transaction, actor=by, event=AuditEvent.GLASS_BROKEN, subject=str(incident.id), at=now)
        found = opened(judge, incident, report_id, now=now)
    context.wake_delivery()
    return found


def _tell(judge: Judged, incident: Incident, entry: Entry) -> None:
    about = incidents.circumstances(judge.transaction, incident)
    for person in told_of_broken_glass(judge.context.service, about.involved, by=judge.by):
        told = outgoing.glass_broken(incident.id, entry.author, to=person, at=entry.at)
        messages.put(judge.transaction, told, now=judge.context.clock.elapsed())
