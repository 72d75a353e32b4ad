"""Opening a report: for those whom the access table names, and never without an audit entry."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import actions, audit, narratives, reports
from storage.audit import AuditEvent


@dataclass(frozen=True)
class OpenedReport:
    """A report as it was first sent, then with the answers of each amendment; the words of each; its actions.

    None stands for words that cannot be read.
    """

    versions: list[Report]
    narratives: list[Narrative | None]
    actions: list[Action]

    @property
    def report(self) -> Report:
        """As it was first sent."""
        return self.versions[0]


def open_report(context: Context, report_id: UUID, *, by: str, now: datetime) -> OpenedReport:
    """The report with its words, recorded as opened before anybody sees them. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        judge.incident(report_id, Act.READ_WORDS)
        transaction = judge.transaction
        audit.add(transaction, actor=by, event=AuditEvent.REPORT_OPENED, subject=str(report_id), at=now)
        return OpenedReport(
            versions=reports.versions(transaction, report_id),
            narratives=narratives.of_report(transaction, report_id),
            actions=actions.of_report(transaction, report_id),
        )


def mark_report_read(context: Context, report_id: UUID, *, now: datetime) -> None:
    """Its reporter is told from now on that it was read. Called once the words have been shown, and not before."""
    with context.database.writing() as transaction:
        reports.mark_read(transaction, report_id, now)
