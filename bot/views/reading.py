"""A report as the safety team reads it: in a modal, never in a message."""

from collections.abc import Sequence

from bot.domain.actions import Action, ActionState
from bot.domain.kinds import BY_CODE
from bot.domain.narratives import LONGEST, Narrative
from bot.domain.reports import AtRisk, Report
from bot.domain.service import Service
from bot.views import dates
from bot.views.blocks import Block, View, button, buttons, divider, escaped, header, notice, section, small, typed
from bot.views.names import MAKE_ACTION

_AT_RISK = {AtRisk.YES: "Yes", AtRisk.NOT_SURE: "Not sure", AtRisk.NO: "No"}
MOST_SHOWN = 10


def opening() -> View:
    """What is shown for the moment until the database has answered."""
    return notice("One moment", section("Opening…"))


def report(report: Report, narratives: Sequence[Narrative], actions: Sequence[Action], service: Service) -> View:
    """Everything the safety team may know of a report, the reporter's words first."""
    first, *later = narratives
    blocks = [header("What happened"), *_words(first)]
    for narrative in later[:MOST_SHOWN]:
        blocks += [section("*Sent again with other words:*"), *_words(narrative)]
    blocks += [divider(), section(_facts(report, service)), divider(), *_actions(actions)]
    blocks.append(buttons(button("Make an action", action=MAKE_ACTION, value=str(report.id), style="primary")))
    blocks.append(small("Your opening of this report has been recorded."))
    return notice(f"Report {report.reference}", *blocks)


def _words(narrative: Narrative) -> list[Block]:
    """The reporter's words exactly, in pieces that Slack takes."""
    text = narrative.text
    return [typed(text[start : start + LONGEST]) for start in range(0, len(text), LONGEST)]


def _facts(report: Report, service: Service) -> str:
    team = service.team(report.team)
    name, zone = (team.name, team.zone) if team else (report.team, service.zone)
    return (
        f"*Kind:* {BY_CODE[report.kind].label}\n*Team:* {escaped(name)}\n"
        f"*Anyone still at risk:* {_AT_RISK[report.still_at_risk]}\n"
        f"*Happened:* {dates.moment(report.happened_at, zone)}\n"
        f"*Sent:* {dates.moment(report.reported_at, zone)}, by <@{report.reporter}>"
    )


def _actions(actions: Sequence[Action]) -> list[Block]:
    if not actions:
        return [section("No action has been made from this report yet.")]
    blocks: list[Block] = [section("*Actions from this report*")]
    for action in actions[-MOST_SHOWN:]:
        state = "done, waiting to be checked" if action.state is ActionState.DONE else "open"
        blocks += [typed(action.change), small(f"<@{action.owner}>, due {dates.day(action.due_on)}: {state}.")]
    return blocks
