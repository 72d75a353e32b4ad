"""Every full hour: what anonymous reporters did in the hour before is recorded and shown, in random order.

Its due row is there in every hour, so that it tells nothing.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.reports.coarse_times import next_hour, to_the_hour
from bot.domain.reports.name_choice import ANONYMOUS_REPORTER
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.incidents.forget_hours import forget_hours
from bot.usecases.incidents.own_report import notice_of
from bot.usecases.incidents.queue_card import card_to_queue
from bot.usecases.incidents.support import ask_after_harm
from bot.usecases.incidents.thank_yous import thank_yous_to_queue
from storage import audit, conversations, incidents, reports, unrecorded
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage
from storage.unrecorded import Unrecorded

KIND = "anonymous_hour"
WHAT = "what anonymous reporters did in the hour before is recorded and shown"
FURTHEST = timedelta(hours=1)
WHEN_LATE: WhenLate = AtOnce()
_SUBJECT = "all"


def serve(transaction: Transaction, context: Context, _rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """Record everything that waited, and queue what is to be shown of it."""
    waited = unrecorded.take_until(transaction, now)
    shown = [message for each in waited for message in _shown(transaction, context, each)]
    for each in waited:
        audit.add(
            transaction,
            actor=ANONYMOUS_REPORTER,
            event=each.event,
            subject=each.subject,
            at=each.until,
            **each.detail,
        )
    for each in waited:
        incident = incidents.of_report(transaction, UUID(each.subject))
        ask_after_harm(transaction, context, incident, now=each.until)
        if incident.decision:
            forget_hours(transaction, context.service, incident.id, now=now)
    return DueResult(shown, [DueTime(KIND, _SUBJECT, next_hour(now))])


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> Collection[DueTime]:
    """It is always there. What waited for an hour that has passed comes at once."""
    return [DueTime(KIND, _SUBJECT, to_the_hour(now))]


def _shown(transaction: Transaction, context: Context, each: Unrecorded) -> list[OutboxMessage]:
    about = UUID(each.subject)
    match each.event:
        case AuditEvent.REPORT_SENT:
            report = reports.get(transaction, about)
            return [*card_to_queue(transaction, context, report), *thank_yous_to_queue(transaction, report)]
        case AuditEvent.REPORT_AMENDED:
            amendment = UUID(each.detail["amendment"])
            report = reports.get_amended(transaction, amendment)
            cards = card_to_queue(transaction, context, report, amendment)
            return [*cards, *thank_yous_to_queue(transaction, report)]
        case AuditEvent.OWN_REPORT_WRITTEN_TO:
            entry = conversations.find(transaction, UUID(each.detail["entry"]))
            incident = incidents.of_report(transaction, about)
            return notice_of(transaction, context, incident, entry) if entry else []
        case _:
            return []
