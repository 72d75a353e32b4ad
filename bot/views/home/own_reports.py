"""The section with the person's own reports, the newest first, and how far each has come."""

from datetime import datetime

from bot.domain.reports.kinds import label_of
from bot.domain.reports.report import Progress, Report
from bot.domain.service.service import Service
from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.kit import dates
from bot.views.kit.action_ids import ALL_OWN_REPORTS
from bot.views.kit.blocks import Block, button, buttons, divider, header, section

MOST_SHOWN = BUDGET["own_reports"].things
_PROGRESS = {
    Progress.RECEIVED: "Saved. Not read yet.",
    Progress.READ: "Read by the safety team.",
    Progress.ACTION_AGREED: "Read. An action was agreed.",
}


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your reports"), *_list(content)]


def row(report: Report, service: Service, *, now: datetime) -> Block:
    """One report, in Home and in the list of all."""
    sent_on = dates.day_of(report.reported_at, service.zone, now=now)
    words = f"*{report.reference}*  {label_of(report.kind)}\nSent on {sent_on}. {_PROGRESS[report.progress]}"
    return section(words)


def _list(content: HomeContent) -> list[Block]:
    if not content.reports:
        return [section("You have not sent a report yet. Good care and near misses count too.")]
    shown = [row(report, content.service, now=content.now) for report in content.reports[:MOST_SHOWN]]
    more = len(content.reports) > MOST_SHOWN
    return [*shown, buttons(button("All my reports", action=ALL_OWN_REPORTS, value="0"))] if more else shown
