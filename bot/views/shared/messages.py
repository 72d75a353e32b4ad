"""Messages to channels and people: numbers, references and agreed words. Narratives cannot be imported here."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.actions.action import Action
from bot.domain.bulletins.edition import Edition, Figures, shown_count, shown_part
from bot.domain.reports.kinds import BY_CODE
from bot.domain.reports.report import Report
from bot.domain.service.service import Role, Service, Team
from bot.views.kit import dates
from bot.views.kit.action_ids import OPEN_REPORT, REPORT_SOMETHING
from bot.views.kit.blocks import Block, Message, button, buttons, divider, escaped, header, section, small
from bot.views.shared import action_blocks, report_summary

_MAY_REPEAT = "This message may be a repeat. We could not tell whether the first one arrived."
MOST_IN_A_NUDGE = 8
"""Actions with buttons in one message, so that it stays below Slack's limit of about 12,000 characters."""


def card(report: Report, service: Service, *, amended: bool, may_repeat: bool) -> Message:
    """The card in the safety channel. It never holds what the reporter wrote."""
    title = "A report was sent again with changes" if amended else "New report"
    text = f"{title}: {report.reference}. Anyone still at risk: {report_summary.AT_RISK[report.still_at_risk]}."
    called = _called(report, service)
    blocks = [
        header(f"{title}: {report.reference}"),
        *([section(called)] if called else []),
        section(report_summary.of(report, service)),
        buttons(button("Open", action=OPEN_REPORT, value=str(report.id), style="primary")),
        small("Only the safety team can open it. Each opening is recorded."),
    ]
    if may_repeat:
        blocks.append(small(_MAY_REPEAT))
    return Message(f"{text} {called}".strip(), blocks)


def more_danger(reports: Sequence[Report], service: Service, *, may_repeat: bool) -> Message:
    """One card for several reports with danger. It never holds what the reporter wrote."""
    title = f"{_counted(len(reports), 'more report')} with danger"
    mentions = _mentioned(service)
    teams = " and ".join(sorted({_team_name(report, service) for report in reports}))
    called = f"{mentions} Someone may still be at risk. Please phone {teams} now."
    blocks = [header(title), section(called)]
    for report in reports:
        words = f"*{report.reference}*: {BY_CODE[report.kind].label}, {_team_name(report, service)}"
        blocks.append(section(words, button=button("Open", action=OPEN_REPORT, value=str(report.id))))
    blocks.append(small("Only the safety team can open them. Each opening is recorded."))
    return Message(f"{title}. {called}", [*blocks, *([small(_MAY_REPEAT)] if may_repeat else [])])


def copy(report: Report, service: Service) -> Message:
    """The reporter's own copy of the receipt, without what they wrote."""
    return Message(
        f"Your report is saved. Its reference is {report.reference}.",
        [
            section(f"*Your report is saved.* Its reference is *{report.reference}*."),
            section(report_summary.of(report, service)),
            small("What you wrote is not repeated here. You can follow your report in Candour's Home tab."),
        ],
    )


def assigned(action: Action, reference: str) -> Message:
    """Tells an owner of a new action."""
    return Message(
        "You have a new action. Please open it.",
        [
            section(f"*You own a new action*, agreed after report {reference}."),
            *action_blocks.full(action),
            small("We will remind you two days before it is due, and once after. Done means: ready for a check."),
        ],
    )


def nudge(actions: Sequence[Action], *, others: int) -> Message:
    """Reminds an owner of the actions whose time has come, all in one message."""
    shown = actions[:MOST_IN_A_NUDGE]
    others += len(actions) - len(shown)
    blocks: list[Block] = [section("*A reminder of your actions.* Is it done, or does the date need to move?")]
    for action in shown:
        blocks += [divider(), *action_blocks.brief(action)]
    if others:
        blocks += [divider(), small(f"You have {others} more open. See them in Candour's Home tab.")]
    return Message(f"A reminder: {_counted(len(actions), 'action')} of yours.", blocks)


def bulletin(issue: Edition, figures: Figures, team: Team) -> Message:
    """The week in numbers, and thanks. Nothing in it was typed by anyone."""
    last_day = dates.day(issue.monday - timedelta(days=1))
    span = f"{dates.day(issue.first)} to {last_day}"
    blocks = [
        header(
            f"{team.name}: the week in numbers"
            if issue.weeks == 1
            else f"{team.name}: {issue.weeks} weeks in numbers"
        ),
        section(f"{span}.{' *This bulletin is late.*' if issue.late else ''}"),
        section(
            f"*Reports:* {shown_count(figures.reports)}\n"
            f"*Of these, good care:* {shown_part(figures.good_care, figures.reports)}\n"
            f"*Actions finished:* {shown_count(figures.actions_done)}"
        ),
        section("Thank you for looking out for each other, and for telling us. More reports are a good sign."),
        small("A count under five is not shown, so that nobody can be picked out."),
        buttons(button("Report something", action=REPORT_SOMETHING, value="bulletin")),
    ]
    return Message(f"{escaped(team.name)}: the weekly bulletin, {span}.", blocks)


def _called(report: Report, service: Service) -> str:
    """The people on call, mentioned, while danger may last. Nothing for a report without danger."""
    if not report.still_at_risk.urgent:
        return ""
    return f"{_mentioned(service)} Someone may still be at risk. Please phone {_team_name(report, service)} now."


def _mentioned(service: Service) -> str:
    return " ".join(f"<@{person.slack_id}>" for person in service.with_role(Role.ON_CALL))


def _team_name(report: Report, service: Service) -> str:
    team = service.team(report.team)
    return escaped(team.name) if team else "the team"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
