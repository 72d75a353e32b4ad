"""Opening an incident: for those whom the access table names, and never without an audit entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.incidents.conversation import BY_REPORTER, Entry, EntryWords
from bot.domain.incidents.danger import Danger
from bot.domain.incidents.duties import IncidentDuty
from bot.domain.incidents.incident import Incident
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, judged
from storage import actions, audit, conversations, danger, duties, incidents, narratives, reports
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction

MOST_REPORTS = 6
"""Reports of one incident that are shown at a time. Any other one is shown by opening it by itself."""

Versions = list[tuple[Report, Narrative | None]]
"""A report as it was first sent, then each amendment, with the words of each; None for words that cannot be read."""


@dataclass(frozen=True)
class OpenedIncident:
    """An incident with the words of its reports, what was written about them, and its actions.

    `reason` is why it was decided so, `acts` is what the person who opened it may do with it. `others` are the
    reports that are not shown. `danger_words` say what was done, or why there was no danger.
    """

    incident: Incident
    reports: list[Versions]
    others: list[Report]
    conversation: list[tuple[Entry, EntryWords | None]]
    actions: list[Action]
    reason: str | None = field(repr=False)
    acts: frozenset[Act]
    danger: Danger | None
    danger_words: Narrative | None
    duties: list[IncidentDuty]


def open_incident(context: Context, report_id: UUID, *, by: str, now: datetime) -> OpenedIncident:
    """The incident of this report, which comes first. Each report is recorded as opened before anybody reads it.

    Raises `NotForYou` or `NotFound`.
    """
    with judged(context, by=by, now=now) as judge:
        return opened(judge, judge.incident(report_id, Act.READ_WORDS), report_id, now=now)


def opened(judge: Judged, incident: Incident, report_id: UUID, *, now: datetime) -> OpenedIncident:
    """The same, once somebody may: recorded, with this report first."""
    transaction = judge.transaction
    ids = sorted(incidents.report_ids(transaction, incident.id), key=lambda each: each != report_id)
    for each in ids[:MOST_REPORTS]:
        audit.add(transaction, actor=judge.by, event=AuditEvent.REPORT_OPENED, subject=str(each), at=now)
    return OpenedIncident(
        incident=incident,
        reports=[_versions(transaction, each) for each in ids[:MOST_REPORTS]],
        others=reports.get_all(transaction, ids[MOST_REPORTS:]),
        conversation=_conversation(transaction, ids),
        actions=actions.of_reports(transaction, ids),
        reason=incidents.reason_of(transaction, incident.id),
        acts=judge.acts(incident),
        danger=danger.find(transaction, incident.id),
        danger_words=narratives.of_danger(transaction, incident.id),
        duties=duties.of_incident(transaction, incident.id),
    )


def mark_read(context: Context, report_ids: Sequence[UUID], *, by: str, now: datetime) -> bool:
    """Their reporters are told from now on that these were read. Called once the words have been shown.

    Returns whether one of them had not been read before.
    """
    with context.database.writing() as transaction:
        for report_id in report_ids:
            conversations.mark_read(transaction, report_id, BY_REPORTER, now=now)
        first = [reports.mark_read(transaction, report_id, now, by=by) for report_id in report_ids]
    return any(first)


def _versions(transaction: Transaction, report_id: UUID) -> Versions:
    words = narratives.of_report(transaction, report_id)
    return list(zip(reports.versions(transaction, report_id), words, strict=True))


def _conversation(transaction: Transaction, report_ids: Sequence[UUID]) -> list[tuple[Entry, EntryWords | None]]:
    entries = conversations.of_reports(transaction, report_ids)
    words = conversations.words_of(transaction, [entry.id for entry in entries])
    return [(entry, words[entry.id]) for entry in entries]
