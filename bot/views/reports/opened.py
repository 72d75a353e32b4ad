"""The modal in which the safety team reads a report. The words of a report are never in a message."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.actions.action import Action, ActionState
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import Report
from bot.domain.service.service import Service
from bot.views.kit.action_ids import MAKE_ACTION, WRITE_LEARNING
from bot.views.kit.blocks import Block, View, button, buttons, divider, header, plain_modal, section, small, typed
from bot.views.shared import action_blocks, report_summary

MOST_SHOWN = 10


def report(
    versions: Sequence[Report],
    narratives: Sequence[Narrative | None],
    actions: Sequence[Action],
    service: Service,
    *,
    now: datetime,
) -> View:
    """Everything that the safety team may know of a report: the reporter's words first, then each amendment."""
    first, *later = zip(versions, narratives, strict=True)
    blocks = [header("What happened"), *_version(*first, service, now=now)]
    for amendment in later[-MOST_SHOWN:]:
        blocks += [divider(), section("*Sent again with changes*"), *_version(*amendment, service, now=now)]
    about = versions[0]
    blocks += [section(f"*Reporter:* <@{about.reporter}>"), divider(), *_actions(actions, now)]
    blocks.append(
        buttons(
            button("Make an action", action=MAKE_ACTION, value=str(about.id), style="primary"),
            button("Write a learning point", action=WRITE_LEARNING, value=str(about.id)),
        )
    )
    blocks.append(small("Your opening of this report has been recorded."))
    return plain_modal(f"Report {about.reference}", *blocks)


def _version(version: Report, narrative: Narrative | None, service: Service, *, now: datetime) -> list[Block]:
    return [*_words(narrative), section(report_summary.summary(version, service, now=now))]


def _words(narrative: Narrative | None) -> list[Block]:
    """The reporter's words exactly, in pieces that Slack takes; or that they cannot be read."""
    if narrative is None:
        return [section("The reporter's words cannot be read. Ask your IT team for help.")]
    text = narrative.text
    return [typed(text[start : start + LONGEST]) for start in range(0, len(text), LONGEST)]


def _actions(actions: Sequence[Action], now: datetime) -> list[Block]:
    if not actions:
        return [section("No action has been made from this report yet.")]
    blocks: list[Block] = [section("*Actions from this report*")]
    for action in actions[-MOST_SHOWN:]:
        state = "done, waiting to be checked" if action.state is ActionState.DONE else "open"
        blocks += [
            action_blocks.change(action),
            small(f"<@{action.owner}>, due {action_blocks.due_day(action, now)}: {state}."),
        ]
    return blocks
