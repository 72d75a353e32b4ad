"""Opening a report: for the safety team only, and never without an audit entry."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.service.service import Role
from bot.usecases.context import Context
from storage import actions, audit, narratives, reports


class NotForYou(Exception):
    """This person may not do this. The attempt has been recorded."""


class NotFound(Exception):
    """There is no such report or action."""


@dataclass(frozen=True)
class OpenedReport:
    """A report as it was first sent and as each amendment tells it, with the words of each, and its actions.

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
    """The report with its words. Raises `NotForYou` or `NotFound`."""
    require_safety_team(context, by, wanted="report.open", subject=report_id, now=now)
    with context.database.writing() as transaction:
        if reports.one(transaction, report_id) is None:
            raise NotFound
        audit.add(transaction, actor=by, action="report.opened", subject=str(report_id), at=now)
        reports.mark_read(transaction, report_id, now)
        return OpenedReport(
            versions=[reports.get(transaction, report_id), *reports.amendments(transaction, report_id)],
            narratives=narratives.of_report(transaction, report_id),
            actions=actions.of_report(transaction, report_id),
        )


def require_safety_team(context: Context, by: str, *, wanted: str, subject: UUID, now: datetime) -> None:
    """Raise `NotForYou` for anyone else, and record that they tried."""
    if context.service.may(by, Role.SAFETY_TEAM):
        return
    with context.database.writing() as transaction:
        audit.add(transaction, actor=by, action=f"{wanted}.refused", subject=str(subject), at=now)
    raise NotForYou
