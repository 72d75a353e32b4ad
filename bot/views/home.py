"""App Home: report something, the person's own reports, their own actions."""

from collections.abc import Sequence

from bot.domain.actions.action import Action
from bot.domain.reports.kinds import label_of
from bot.domain.reports.report import Progress, Report
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.action_ids import REPORT_SOMETHING
from bot.views.kit.blocks import Block, View, button, buttons, divider, escaped, header, section, small
from bot.views.shared import action_blocks

_PROGRESS = {
    Progress.RECEIVED: "Saved. Not read yet.",
    Progress.READ: "Read by the safety team.",
    Progress.ACTION_AGREED: "Read. An action was agreed.",
}
MOST_SHOWN = 10


def home(reports: Sequence[Report], actions: Sequence[Action], service: Service, *, undelivered: int) -> View:
    """The whole tab. `undelivered` counts messages that did not get through; only the safety team is told."""
    return {
        "type": "home",
        "blocks": [
            *_report_something(service),
            *_undelivered(undelivered),
            divider(),
            header("Your reports"),
            *_reports(reports, service),
            divider(),
            header("Your actions"),
            *_actions(actions),
        ],
    }


def _report_something(service: Service) -> list[Block]:
    return [
        section(
            f"*In danger now?* Call 999, use the alarm or phone on-call on {escaped(service.on_call_phone)} first. "
            "Candour does not call for help."
        ),
        buttons(button("Report something", action=REPORT_SOMETHING, value="home", style="primary")),
    ]


def _undelivered(count: int) -> list[Block]:
    if not count:
        return []
    return [section(f"*Messages that did not get through: {count}.* Ask your IT lead to run `python -m bot outbox`.")]


def _reports(reports: Sequence[Report], service: Service) -> list[Block]:
    if not reports:
        return [section("You have not sent a report yet. Good care and near misses count too.")]
    shown = [section(_line(report, service)) for report in reports[:MOST_SHOWN]]
    return [*shown, *_more(len(reports) > MOST_SHOWN, "Only your newest reports are shown.")]


def _line(report: Report, service: Service) -> str:
    when = dates.day_of(report.reported_at, service.zone)
    return f"*{report.reference}*  {label_of(report.kind)}\nSent on {when}. {_PROGRESS[report.progress]}"


def _actions(actions: Sequence[Action]) -> list[Block]:
    if not actions:
        return [section("You have no actions.")]
    blocks: list[Block] = []
    for action in actions[:MOST_SHOWN]:
        blocks += action_blocks.full(action)
    return [*blocks, *_more(len(actions) > MOST_SHOWN, "Only your most pressing actions are shown.")]


def _more(there_are_more: bool, words: str) -> list[Block]:  # noqa: FBT001 - whether to say it is all there is to it
    return [small(words)] if there_are_more else []
