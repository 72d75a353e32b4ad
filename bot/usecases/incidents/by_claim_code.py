"""What an anonymous reporter reads and writes with their claim code. No person is known here, and none is judged."""

import base64
import binascii
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.incidents.conversation import ANONYMOUS, FOR_REPORTER, Entry, EntryKind, EntryWords
from bot.domain.incidents.own_report import MyReport
from bot.domain.refusals import Refusal
from bot.domain.reports.coarse_times import next_hour, to_the_day, to_the_hour
from bot.usecases.context import Context
from bot.usecases.incidents.own_report import SAYS_SAFE, accept_written, found_for_reporter, tell_the_team
from storage import claims, conversations, danger, incidents, unrecorded
from storage.audit import AuditEvent
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, retry_on_conflict

MAY_WRITE = (EntryKind.REPLY, EntryKind.ADDITION, EntryKind.SAFE_NOW, EntryKind.WITHDRAWAL)
PASS_LASTS = timedelta(minutes=30)
_BOUND = "claim.pass"


class PassExpired(Refusal):
    """The code was entered too long ago. It must be entered again."""


def code_of_form(context: Context, nonce: str) -> str:
    """The claim code that the form with this nonce got."""
    with context.database.reading() as transaction:
        return claims.code_for(transaction, nonce)


def enter(context: Context, code: str, *, now: datetime) -> str | None:
    """A pass for the report that this code leads to, or None. It is opaque, and good for half an hour."""
    with context.database.reading() as transaction:
        report_id = claims.find(transaction, code)
        if report_id is None:
            return None
        sealed = transaction.seal(f"{report_id} {(now + PASS_LASTS).isoformat()}", bound_to=_BOUND)
        return base64.urlsafe_b64encode(sealed).decode()


def read_by_code(context: Context, given: str, *, now: datetime) -> MyReport:
    """Everything that its reporter sees. That it was opened is recorded to the day. Raises `PassExpired`."""
    with context.database.writing() as transaction:
        report_id = report_of_pass(transaction, given, now)
        incident = incidents.of_report(transaction, report_id)
        found = found_for_reporter(transaction, incident, report_id, context.service)
        day = to_the_day(now, context.service.zone)
        conversations.mark_read(transaction, report_id, FOR_REPORTER, now=day)
        midnight = to_the_day(day + timedelta(hours=36), context.service.zone)
        unrecorded.put(transaction, AuditEvent.OWN_REPORT_OPENED, str(report_id), until=midnight)
    return found


@retry_on_conflict
def write_by_code(
    context: Context, given: str, kind: EntryKind, words: EntryWords, *, key: str, now: datetime
) -> Entry:
    """Keep what its reporter writes, once for each `key`. The team is told at the next full hour.

    While somebody may be at risk, they are told at once, as the form says. Then the entry's time is the hour that
    has begun, and not the next one.

    Raises `PassExpired` or `IncidentRefused`.
    """
    with context.database.writing() as transaction:
        report_id = report_of_pass(transaction, given, now)
        incident = incidents.of_report(transaction, report_id)
        in_danger = danger.lasts(transaction, incident.id)
        submission = transaction.keyed_hash("form", key)
        entry = conversations.find_by_submission(transaction, submission)
        if entry is None:
            at = to_the_hour(now) if in_danger else next_hour(now)
            entry = Entry(id=uuid4(), report_id=report_id, kind=kind, author=ANONYMOUS, at=at)
            accept_written(transaction, entry)
            conversations.add(transaction, entry, words, submission=submission)
            conversations.hide_order(transaction, entry.id)
            if in_danger:
                tell_the_team(transaction, context, incident, entry, now=now)
            else:
                _record_later(transaction, entry)
    if in_danger:
        context.wake_delivery()
        if kind in SAYS_SAFE:
            context.redraw([incident.id])
    return entry


def _record_later(transaction: Transaction, entry: Entry) -> None:
    unrecorded.put(
        transaction,
        AuditEvent.OWN_REPORT_WRITTEN_TO,
        str(entry.report_id),
        until=entry.at,
        kind=entry.kind.value,
        entry=str(entry.id),
    )


def report_of_pass(transaction: Transaction, given: str, now: datetime) -> UUID:
    """The report that a pass is for. Raises `PassExpired`."""
    try:
        report_id, until = transaction.unseal(base64.urlsafe_b64decode(given), bound_to=_BOUND).split()
    except (SealBroken, binascii.Error, ValueError):
        raise PassExpired from None
    if datetime.fromisoformat(until) < now:
        raise PassExpired
    return UUID(report_id)
