"""Messages to channels and people: numbers, references and agreed words. This room may not import narratives."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.calendar import known_zone, local_date
from bot.domain.incidents.queue import QueueCounts, QueueRow
from bot.domain.reports.kinds import label_of
from bot.domain.reports.report import Report
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Role, Service
from bot.views.kit import dates
from bot.views.kit.action_ids import ADD_TO_REPORT, HELP, MY_REPORT, OPEN_REPORT, READ_ANSWER, REPORT_SOMETHING
from bot.views.kit.blocks import Block, Message, button, buttons, divider, escaped, header, section, small
from bot.views.kit.counts import counted
from bot.views.shared import action_blocks, danger_messages, looked_at, queue_numbers, report_summary
from bot.views.shared.repeats import repeated

MOST_IN_A_NUDGE = 6
"""Actions with buttons in one message, so that it stays below Slack's limit of about 12,000 characters."""


def card(
    report: Report,
    service: Service,
    *,
    sensitivity: Sensitivity = Sensitivity.ORDINARY,
    amended: bool,
    may_repeat: bool,
    now: datetime,
) -> Message:
    """The card in the safety channel. It never contains what the reporter wrote, nor the kind of a restricted one."""
    title = "A report was sent again with changes" if amended else "New report"
    call = _call_for_help(report, service)
    blocks = [
        header(f"{title}: {report.reference}"),
        *([section(call)] if call else []),
        section(report_summary.summary(report, service, sensitivity=sensitivity, now=now)),
        buttons(button("Open", action=OPEN_REPORT, value=str(report.id), style="primary")),
        small("Only the safety team can open it. Each opening is recorded."),
        *repeated(may_repeat=may_repeat),
    ]
    return Message(_card_notification(report, service, title, sensitivity), blocks)


def line_card(
    report: Report, row: QueueRow, service: Service, *, amended: bool = False, may_repeat: bool = False
) -> Message:
    """The card of a report without danger: one line, which says who has looked at it once somebody has.

    Its times have no date if they are of the day on which it was sent, because the message has that date.
    """
    restricted = row.incident.sensitivity.withheld
    kind = report_summary.RESTRICTED if restricted else label_of(report.kind)
    sent_at = report.reported_at
    line = report_summary.line(kind, report.team, service, happened_at=report.happened_at, now=sent_at)
    state = looked_at.words(row, service, now=sent_at)
    again = "Sent again with changes: " if amended else ""
    words = f"*{report.reference}* · {line} · {state}" if state else f"{again}{line} · *{report.reference}*"
    title = "A report was sent again with changes" if amended else "New report"
    about = f"{kind}, {_team_named(report, service)}. Anyone still at risk: no."
    return Message(
        f"{title}: {report.reference}. {about}",
        [
            section(words, button=button("Open", action=OPEN_REPORT, value=str(report.id))),
            *repeated(may_repeat=may_repeat),
        ],
    )


def more_danger(reports: Sequence[Report], service: Service, *, may_repeat: bool) -> Message:
    """One card for several reports with danger. It never holds what the reporter wrote."""
    title = f"{counted(len(reports), 'more report', 'more reports')} with danger"
    teams = " and ".join(sorted({_team_named(report, service) for report in reports}))
    phone = f"Phone {teams} now."
    blocks = [header(title), section(f"{_mentions(service)} Someone may still be at risk. Please phone {teams} now.")]
    for report in reports:
        words = f"*{report.reference}*: {label_of(report.kind)}, {_team_named(report, service)}"
        blocks.append(section(words, button=button("Open", action=OPEN_REPORT, value=str(report.id))))
    blocks.append(small("Only the safety team can open them. Each opening is recorded."))
    text = f"Someone may still be at risk. {phone} {title}. {_mentions(service)}"
    return Message(text, [*blocks, *repeated(may_repeat=may_repeat)])


def copy(report: Report, service: Service, *, silent: bool = False, now: datetime) -> Message:
    """The reporter's own copy of the receipt, without what they wrote. In danger the number to phone comes first.

    `silent` if Slack will probably wake nobody because of it.
    """
    phone = f"Phone {escaped(service.on_call_phone)} if you have not yet." if report.still_at_risk.urgent else ""
    phone = danger_messages.wakes_nobody(service) if silent else phone
    return Message(
        f"{phone} Your report is saved. Its reference is {report.reference}.".strip(),
        [
            *([section(f"*{phone}* Your report alone calls nobody.")] if phone else []),
            section(f"*Your report is saved.* Its reference is *{report.reference}*."),
            section(report_summary.summary(report, service, now=now)),
            buttons(
                button("Read what I wrote", action=MY_REPORT, value=str(report.id)),
                button("Add something", action=ADD_TO_REPORT, value=str(report.id)),
            ),
            small("What you wrote is not repeated here. You can follow your report in Candour's Home tab."),
        ],
    )


def answer_waits(report: Report, *, question: bool) -> Message:
    """Tells a reporter that something waits for them. It never holds what was written."""
    what = "a question" if question else "an answer"
    words = f"There is {what} about {report.reference}."
    return Message(
        words,
        [
            section(f"*{words}*"),
            buttons(button("Read it", action=READ_ANSWER, value=str(report.id), style="primary")),
            small("Only you can read it with this button. What it says is not repeated here."),
        ],
    )


_WROTE = {
    "added": "its reporter has added something",
    "replied": "its reporter has written back",
    "took_back": "its reporter has taken it back",
    "safe_now": "its reporter says that nobody is at risk now",
}


def reporter_wrote(report: Report, wrote: str) -> Message:
    """To whoever has the incident. It never holds what was written; `wrote` is a code of `outgoing.Wrote`."""
    words = f"{report.reference}: {_WROTE[wrote]}."
    return Message(words, [section(words, button=button("Open", action=OPEN_REPORT, value=str(report.id)))])


def assigned(actions: Sequence[Action], references: Mapping[UUID, str], *, now: datetime) -> Message:
    """Tells an owner of new actions. `references` are those of the reports that they were agreed after."""
    if len(actions) == 1:
        (action,) = actions
        reference = references[action.id]
        return Message(
            f"A new action for you, due {action_blocks.due_day(action, now)}. From report {reference}.",
            [
                section(f"*You own a new action*, agreed after report {reference}."),
                *action_blocks.full(action, now=now),
                action_blocks.reminders(action),
            ],
        )
    first = min(actions, key=lambda action: action.due_on)
    summary = f"{len(actions)} new actions for you, the first due {action_blocks.due_day(first, now)}."
    blocks: list[Block] = [section(f"*You own {len(actions)} new actions.* We remind you of each.")]
    for action in actions[:MOST_IN_A_NUDGE]:
        blocks += [divider(), *action_blocks.brief(action, now=now)]
    return Message(summary, [*blocks, *_further(len(actions) - MOST_IN_A_NUDGE)])


def nudge(actions: Sequence[Action], *, others: int, now: datetime) -> Message:
    """Reminds an owner of all due actions in one message. `others` counts their further open actions."""
    shown = actions[:MOST_IN_A_NUDGE]
    others += len(actions) - len(shown)
    due = _when_due(actions, now)
    blocks: list[Block] = [section(f"*A reminder of your actions.* {due} {_question(actions, now)}")]
    for action in shown:
        blocks += [divider(), *action_blocks.brief(action, now=now)]
    return Message(f"A reminder: {due}", [*blocks, *_further(others)])


def morning_line(counts: QueueCounts, service: Service) -> Message:
    """One line in the safety channel, each working morning on which something waits."""
    words = queue_numbers.numbers(counts, service)
    return Message(f"This morning: {words}", [section(f"*This morning:* {words} See Candour's Home tab.")])


def nobody_reads_messages(service: Service) -> Message:
    """To somebody who wrote to Candour itself, as if somebody read it."""
    words = f"In danger? Phone {escaped(service.on_call_phone)} or 999. Nobody reads messages here."
    return Message(
        words,
        [
            section(f"*{words}*"),
            section("To tell the safety team what happened, press the button. Your message was not passed on."),
            buttons(
                button("Report something", action=REPORT_SOMETHING, value="message", style="primary"),
                button("What Candour can do", action=HELP, value="message"),
            ),
        ],
    )


def _call_for_help(report: Report, service: Service) -> str:
    """Mentions the people on call and asks them to phone. Empty for a report without danger."""
    if not report.still_at_risk.urgent:
        return ""
    return f"{_mentions(service)} Someone may still be at risk. Please phone {_team_named(report, service)} now."


def _card_notification(report: Report, service: Service, title: str, sensitivity: Sensitivity) -> str:
    """What a locked phone shows: the danger first, then which report it is."""
    if report.still_at_risk.urgent:
        team = _team_named(report, service)
        danger = f"Someone may still be at risk on {team}. Phone {team} now."
        return f"{danger} {title}: {report.reference}. {_mentions(service)}"
    at_risk = report_summary.AT_RISK[report.still_at_risk]
    kind = "" if sensitivity.withheld else f"{label_of(report.kind)}, "
    about = f"{kind}{_team_named(report, service)}"
    return f"{title}: {report.reference}. {about}. Anyone still at risk: {at_risk}."


def _mentions(service: Service) -> str:
    return " ".join(f"<@{person.slack_id}>" for person in service.with_role(Role.ON_CALL))


def _team_named(report: Report, service: Service) -> str:
    team = service.team(report.team)
    return escaped(team.name) if team else "the team"


def _question(actions: Sequence[Action], now: datetime) -> str:
    """What the owner is asked: which day, while there is time and none is chosen."""
    today = local_date(now, known_zone(actions[0].owner_zone))
    if all(action.due_on > today and action.planned_on is None for action in actions):
        return "Which day will you do it?" if len(actions) == 1 else "Which day will you do each?"
    return "Is it done, or does the date need to move?"


def _further(others: int) -> list[Block]:
    words = f"You have {others} more open. See them in Candour's Home tab."
    return [divider(), small(words)] if others > 0 else []


def _when_due(actions: Sequence[Action], now: datetime) -> str:
    """How many of these actions are late, and by when the others are due."""
    today = local_date(now, known_zone(actions[0].owner_zone))
    late = [action.due_on for action in actions if action.due_on < today]
    in_time = [action.due_on for action in actions if action.due_on >= today]
    sentences = [_late(late, today)] if late else []
    if in_time:
        subject = counted(len(in_time), "action is", "actions are")
        sentences.append(f"{subject} due by {dates.day(max(in_time), today=today)}.")
    return " ".join(sentences)


def _late(due: Sequence[date], today: date) -> str:
    days = counted((today - min(due)).days, "day", "days")
    return f"1 action is late by {days}." if len(due) == 1 else f"{len(due)} actions are late, the oldest by {days}."
