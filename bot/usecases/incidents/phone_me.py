"""Asking a reporter to phone: without a name, once in ten minutes for each incident."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.incidents.conversation import Entry, EntryKind
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.access import Act
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import audit, conversations, incidents, reports
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict
from storage.outbox import messages

ONCE_IN = timedelta(minutes=10)


@retry_on_conflict
def ask_to_phone(context: Context, report_id: UUID, *, by: str, now: datetime) -> str:
    """Send the reporter a message with the number of the ward, or of on-call, which is returned.

    Whoever asks learns nothing about who that is. Raises `NotForYou`, `NotFound` or `IncidentRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        transaction = judge.transaction
        incident = judge.incident(report_id, Act.ASK_TO_PHONE)
        report = reports.get(transaction, report_id)
        if report.name_choice is NameChoice.ANONYMOUS:
            raise IncidentRefused("phone", IncidentReason.NOBODY_TO_PHONE)
        of_incident = conversations.of_reports(transaction, list(incidents.report_ids(transaction, incident.id)))
        _refuse_if_asked_lately(of_incident, now=now)
        entry = Entry(id=uuid4(), report_id=report_id, kind=EntryKind.ASKED_TO_PHONE, author=by, at=now)
        conversations.add(transaction, entry, None, submission=transaction.keyed_hash("phone", str(entry.id)))
        messages.put(transaction, outgoing.phone_asked(report, at=now), now=context.clock.elapsed())
        event = AuditEvent.REPORTER_ASKED_TO_PHONE
        audit.add(transaction, actor=by, event=event, subject=str(report_id), at=now)
    context.wake_delivery()
    return context.service.phone_of(report.team)


def _refuse_if_asked_lately(entries: Collection[Entry], *, now: datetime) -> None:
    asked = (entry.at for entry in entries if entry.kind is EntryKind.ASKED_TO_PHONE)
    if any(now - at < ONCE_IN for at in asked):
        raise IncidentRefused("phone", IncidentReason.ASKED_TO_PHONE_JUST_NOW)
