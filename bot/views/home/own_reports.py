"""The section with the person's own reports, the newest first, and how far each has come."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.incidents.own_report import Milestone, OwnReport
from bot.domain.reports.kinds import label_of
from bot.domain.service.service import Service
from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.kit import dates
from bot.views.kit.action_ids import ALL_OWN_REPORTS, MY_REPORT, READ_ANSWER
from bot.views.kit.blocks import Block, button, buttons, divider, header, section

MOST_SHOWN = BUDGET["own_reports"].things
_LATEST: Mapping[Milestone, str] = {
    Milestone.READ: "Read by the safety team",
    Milestone.TAKEN: "Taken on by the safety team",
    Milestone.ACTION_AGREED: "An action was agreed",
    Milestone.ASKED: "There is a question for you",
    Milestone.ANSWERED: "There is an answer for you",
    Milestone.CLOSED: "Closed",
}


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your reports"), *_list(content)]


def _list(content: HomeContent) -> list[Block]:
    if not content.reports:
        return [section("You have not sent a report yet. Good care and near misses count too.")]
    shown = [row(own, content.service, now=content.now) for own in content.reports[:MOST_SHOWN]]
    more = len(content.reports) > MOST_SHOWN
    return [*shown, buttons(button("All my reports", action=ALL_OWN_REPORTS, value="0"))] if more else shown


def row(own: OwnReport, service: Service, *, now: datetime) -> Block:
    """When it was sent, of which kind, how far it has come; and the way in."""
    sent = dates.clock_first(own.report.reported_at, service.zone, now=now)
    words = f"*{own.report.reference}*  {sent}, {label_of(own.report.kind)}.\n*{_state(own, service, now)}*"
    return section(words, button=_way_in(own))


def _way_in(own: OwnReport) -> Block:
    """Both open the same page; the words say what is new there."""
    value = str(own.report.id)
    if own.latest and own.latest[0] in (Milestone.ASKED, Milestone.ANSWERED):
        return button("Read it", action=READ_ANSWER, value=value)
    return button("Open", action=MY_REPORT, value=value)


def _state(own: OwnReport, service: Service, now: datetime) -> str:
    taken_back = "You took it back. " if own.taken_back else ""
    if own.latest is None:
        return f"{taken_back}Saved. Not read yet."
    milestone, at = own.latest
    return f"{taken_back}{_LATEST[milestone]}, {dates.clock(at, service.zone, now=now)}."
