"""The section with the person's own reports, the newest first, and how far each has come."""

from bot.domain.reports.kinds import label_of
from bot.domain.reports.report import Progress, Report
from bot.views.home.content import MOST_SHOWN, HomeContent
from bot.views.kit import dates
from bot.views.kit.blocks import Block, divider, header, section, small

_PROGRESS = {
    Progress.RECEIVED: "Saved. Not read yet.",
    Progress.READ: "Read by the safety team.",
    Progress.ACTION_AGREED: "Read. An action was agreed.",
}


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your reports"), *_list(content)]


def _list(content: HomeContent) -> list[Block]:
    if not content.reports:
        return [section("You have not sent a report yet. Good care and near misses count too.")]
    shown = [section(_line(report, content)) for report in content.reports[:MOST_SHOWN]]
    more = [small("Only your newest reports are shown.")] if len(content.reports) > MOST_SHOWN else []
    return [*shown, *more]


def _line(report: Report, content: HomeContent) -> str:
    sent_on = dates.day_of(report.reported_at, content.service.zone, now=content.now)
    return f"*{report.reference}*  {label_of(report.kind)}\nSent on {sent_on}. {_PROGRESS[report.progress]}"
