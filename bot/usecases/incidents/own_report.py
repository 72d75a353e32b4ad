"""What a reporter sees of their own report, and what they write to it. Nobody else comes in this way."""

from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.incidents.conversation import BY_REPORTER, FOR_REPORTER, Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import Incident
from bot.domain.incidents.own_report import MyReport, accept_entry, may_write
from bot.domain.incidents.time_line import time_line
from bot.domain.incidents.who_read import DayOfReading, Opening, who_read
from bot.domain.reports.report import Report
from bot.domain.sensitivity import CONCERNS
from bot.domain.service.access import Act, finders, may
from bot.domain.service.service import Service
from bot.domain.values import Moment
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.incidents.danger import reporter_says_safe
from bot.usecases.permissions import judged
from storage import actions, audit, conversations, danger, incidents, narratives, opinions, reports
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage

_OF_THE_NAME = frozenset(
    {EntryKind.NAME_LOOKED_UP, EntryKind.LOOK_UP_RIGHT, EntryKind.LOOK_UP_TALK, EntryKind.ASKED_TO_PHONE}
)
_SEEN_BY_REPORTER = BY_REPORTER | FOR_REPORTER | _OF_THE_NAME
_NOTICE_OF = {
    EntryKind.ADDITION: outgoing.Wrote.ADDED,
    EntryKind.REPLY: outgoing.Wrote.REPLIED,
    EntryKind.WITHDRAWAL: outgoing.Wrote.TOOK_BACK,
    EntryKind.SAFE_NOW: outgoing.Wrote.SAFE_NOW,
}
"""What somebody is told of. That an answer helped stands in the conversation, and nobody has to do anything."""

SAYS_SAFE = frozenset({EntryKind.SAFE_NOW, EntryKind.WITHDRAWAL})
"""Everybody who is asked about the danger sees it at once. Neither ends the danger: the reporter may be wrong."""


def my_report(context: Context, report_id: UUID, *, by: str, now: datetime) -> MyReport:
    """Everything that its reporter sees of a report. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        incident = judge.own_report(report_id, Act.READ_OWN_REPORT)
        transaction, subject = judge.transaction, str(report_id)
        found = found_for_reporter(transaction, incident, report_id, context.service)
        audit.add(transaction, actor=by, event=AuditEvent.OWN_REPORT_OPENED, subject=subject, at=now)
    return found


def mark_answers_read(context: Context, report_id: UUID, *, now: datetime) -> None:
    """Its reporter has seen every question and answer. Called once they have been shown, and not before."""
    with context.database.writing() as transaction:
        conversations.mark_read(transaction, report_id, FOR_REPORTER, now=now)


@retry_on_conflict
def write_to_own_report(
    context: Context, report_id: UUID, kind: EntryKind, words: EntryWords | None, *, by: str, key: str
) -> Entry:
    """Keep what its reporter writes, once for each `key`, and tell whoever has the incident, without the words.

    Raises `NotForYou`, `NotFound` or `IncidentRefused`.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident = judge.own_report(report_id, Act.WRITE_TO_OWN_REPORT)
        transaction = judge.transaction
        submission = transaction.keyed_hash("form", key)
        entry = conversations.find_by_submission(transaction, submission)
        if entry is None:
            entry = Entry(id=uuid4(), report_id=report_id, kind=kind, author=by, at=now)
            accept_written(transaction, entry)
            conversations.add(transaction, entry, words, submission=submission)
            tell_the_team(transaction, context, incident, entry, now=now)
    context.wake_delivery()
    if kind in SAYS_SAFE:
        context.redraw([incident.id])
    return entry


def found_for_reporter(transaction: Transaction, incident: Incident, report_id: UUID, service: Service) -> MyReport:
    """Everything that its reporter sees of it."""
    versions, sent_at = reports.versions(transaction, report_id), reports.sent_at(transaction, report_id)
    entries, in_danger = _entries(transaction, report_id), danger.lasts(transaction, incident.id)
    lines = time_line(
        incident,
        sent_at=sent_at,
        read_at=reports.first_read_at(transaction, report_id),
        agreed_at=[action.agreed_at for action in actions.of_report(transaction, report_id)],
        entries=entries,
    )
    return MyReport(
        versions=versions,
        narratives=narratives.of_report(transaction, report_id),
        sent_at=sent_at,
        entries=entries,
        words=conversations.words_of(transaction, [entry.id for entry in entries]),
        time_line=lines,
        reading=_reading(transaction, incident, versions[0], entries, service),
        may_write=may_write(entries, at_risk_since=_at_risk_since(versions, sent_at) if in_danger else None),
        in_danger=in_danger,
        opinions_given=opinions.asked(transaction, report_id),
    )


def _entries(transaction: Transaction, report_id: UUID) -> list[Entry]:
    found = conversations.of_reports(transaction, [report_id])
    return [entry for entry in found if entry.kind in _SEEN_BY_REPORTER]


def _at_risk_since(versions: list[Report], sent_at: list[datetime]) -> Moment | None:
    """When its reporter last said that somebody may be at risk."""
    pairs = zip(versions, sent_at, strict=True)
    return max((at for version, at in pairs if version.still_at_risk.urgent), default=None)


def _reading(
    transaction: Transaction, incident: Incident, report: Report, entries: list[Entry], service: Service
) -> tuple[DayOfReading, ...]:
    answered_by = {entry.author for entry in entries if entry.kind is EntryKind.ANSWER}
    opened = audit.about(transaction, str(report.id), AuditEvent.REPORT_OPENED)
    return who_read(
        [Opening(person=entry.actor, at=entry.at) for entry in opened],
        service,
        zone=service.zone_of(report.team),
        named=answered_by | ({incident.taken_by} if incident.taken_by else set()),
        sensitivity=incident.sensitivity,
    )


def accept_written(transaction: Transaction, entry: Entry) -> None:
    """Raise `IncidentRefused` if its reporter may not write this now."""
    versions = reports.versions(transaction, entry.report_id)
    at_risk_since = _at_risk_since(versions, reports.sent_at(transaction, entry.report_id))
    accept_entry(entry.kind, _entries(transaction, entry.report_id), at_risk_since=at_risk_since)


def tell_the_team(
    transaction: Transaction, context: Context, incident: Incident, entry: Entry, *, now: datetime
) -> None:
    """At once, without the words; it is recorded, and shown with the danger, if it says that nobody is at risk."""
    notices = notice_of(transaction, context, incident, entry)
    messages.put_all(transaction, notices, now=context.clock.elapsed())
    if entry.kind in SAYS_SAFE:
        reporter_says_safe(transaction, incident.id, now=now)
    _record(transaction, entry)


def notice_of(transaction: Transaction, context: Context, incident: Incident, entry: Entry) -> list[OutboxMessage]:
    """To whoever has the incident, as long as they may answer; otherwise to the safety channel.

    Of a concern the channel hears nothing: it goes to each who may read it.
    """
    wrote = _NOTICE_OF.get(entry.kind)
    if wrote is None:
        return []
    about = incidents.circumstances(transaction, incident)
    holder = incident.taken_by
    may_answer = holder is not None and may(context.service, holder, Act.CONVERSE, about)
    if holder and may_answer:
        targets: tuple[str, ...] = (holder,)
    elif incident.sensitivity in CONCERNS:
        targets = finders(context.service, about)
    else:
        targets = (context.service.safety_channel,)
    return [outgoing.reporter_wrote(entry.report_id, wrote, entry=entry.id, target=each) for each in targets]


def _record(transaction: Transaction, entry: Entry) -> None:
    audit.add(
        transaction,
        actor=entry.author,
        event=AuditEvent.OWN_REPORT_WRITTEN_TO,
        subject=str(entry.report_id),
        at=entry.at,
        kind=entry.kind.value,
        entry=str(entry.id),
    )
