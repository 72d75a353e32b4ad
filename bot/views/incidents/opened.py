"""The modal in which the safety team works on an incident. The words of reports and entries are in no message."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import assert_never
from uuid import UUID

from bot.domain.actions.action import Action, ActionState
from bot.domain.incidents.categories import label_of
from bot.domain.incidents.conversation import BOT, BY_REPORTER, ENDS_UNANSWERED, Entry, EntryWords
from bot.domain.incidents.incident import Decision, Incident, IncidentState
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import Report
from bot.domain.reviews.review import is_reviewed
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.views.incidents import duties
from bot.views.incidents.content import IncidentContent, Versions
from bot.views.incidents.labels import ENTRIES, PHYSICAL, PSYCHOLOGICAL, RESPONSES, harm
from bot.views.kit import action_ids, dates, readers
from bot.views.kit.blocks import Block, View, button, buttons, divider, header, plain_modal, section, small, typed
from bot.views.kit.counts import counted
from bot.views.shared import action_blocks, danger_messages, report_summary

MOST_VERSIONS = 10
"""Of all reports together, so that the modal stays below Slack's 100 blocks."""
MOST_ACTIONS = 6
MOST_ENTRIES = 8
MOST_ENTRIES_WITH_DUTIES = 5
MOST_NAMED = 20


def incident(content: IncidentContent, service: Service, *, now: datetime) -> View:
    """How far it has come, what was told, what was written since, its actions, and what may be done next."""
    about = content.incident
    return plain_modal(
        f"Incident {about.reference}",
        *_state(content, service, now),
        *duties.blocks(content.duties, service, may_decide=Act.DECIDE in content.acts, now=now),
        *_reports(content, service, now),
        *_conversation(content, service, now),
        divider(),
        *_actions(content, now),
        *_next(content),
        small("Your opening of this incident has been recorded."),
    )


def every_text(content: IncidentContent) -> list[Block]:
    """All words of an incident, without anything else: for whoever takes some of them out."""
    blocks: list[Block] = []
    for versions in content.reports:
        blocks.append(small(f"{versions[0][0].reference}:"))
        for _, narrative in versions[: max(1, MOST_VERSIONS // len(content.reports))]:
            blocks += _words(narrative)
    entries = [typed(words.text) for _, words in content.conversation if words][-MOST_ENTRIES:]
    others = [words for words in (content.reason, content.danger_words and content.danger_words.text) if words]
    return [*blocks, *entries, *(typed(words) for words in others)]


_CLOSE: Mapping[Sensitivity, str] = {
    Sensitivity.RESTRICTED: "*Restricted.* Only those who need it may know of this.",
    Sensitivity.CONCERN: f"*A concern.* {readers.who_reads_a_concern(Sensitivity.CONCERN)}",
    Sensitivity.GUARDIAN: f"*A concern.* {readers.who_reads_a_concern(Sensitivity.GUARDIAN)}",
}


def _state(content: IncidentContent, service: Service, now: datetime) -> list[Block]:
    about = content.incident
    lines = [_holder(about, service, now), _unanswered(about)]
    if about.sensitivity in _CLOSE:
        lines.insert(0, _CLOSE[about.sensitivity])
    blocks = [*_danger(content, service, now), section("\n".join(lines))]
    if about.decision:
        blocks.append(section(_decision(about.decision, service, now)))
        blocks += [small("Why:"), typed(content.reason)] if content.reason else []
    return blocks


def _danger(content: IncidentContent, service: Service, now: datetime) -> list[Block]:
    """Before anything else: whether somebody may still be at risk, and who has it; or how it ended."""
    danger, words = content.danger, content.danger_words
    if danger is None:
        return []
    if not danger.lasts:
        ended = section(danger_messages.how_it_ended(danger, service, now=now))
        return [ended, *([typed(words.text)] if words else [])]
    held = danger_messages.who_has_it(danger, service, now=now) if danger.holder else "Nobody has it yet."
    return [section(f"*Somebody may still be at risk.* {held}")]


def _holder(about: Incident, service: Service, now: datetime) -> str:
    if about.closed_at:
        return f"*Closed* by <@{about.closed_by}> on {dates.moment(about.closed_at, service.zone, now=now)}."
    if about.taken_at:
        return f"*<@{about.taken_by}> has this* since {dates.moment(about.taken_at, service.zone, now=now)}."
    return "*Nobody has taken this yet.*"


def _unanswered(about: Incident) -> str:
    if about.unanswered == 0:
        return "Every reporter has an answer."
    return f"{counted(about.unanswered, 'reporter waits', 'reporters wait')} for an answer."


def _decision(decision: Decision, service: Service, now: datetime) -> str:
    led = f", led by <@{decision.lead}>" if decision.lead else ""
    due = f", by {dates.day(decision.due_on, today=now.astimezone(service.zone).date())}" if decision.due_on else ""
    return (
        f"*Decided* by <@{decision.decided_by}> on {dates.moment(decision.decided_at, service.zone, now=now)}.\n"
        f"*Category:* {label_of(decision.category)}\n"
        f"*Harm:* physical {harm(PHYSICAL[decision.physical_harm])}, "
        f"psychological {harm(PSYCHOLOGICAL[decision.psychological_harm])}\n"
        f"*Next:* {RESPONSES[decision.response]}{led}{due}"
    )


def _reports(content: IncidentContent, service: Service, now: datetime) -> list[Block]:
    answered = {entry.report_id for entry, _ in content.conversation if entry.kind in ENDS_UNANSWERED}
    later = max(0, MOST_VERSIONS - len(content.reports))
    blocks = []
    for versions in content.reports:
        blocks += _report(versions, content, service, now=now, later=later, answered=answered)
        later -= min(later, len(versions) - 1)
    if content.others:
        blocks.append(section("*More reports of this.* Open one of them to read it."))
        blocks.append(small("\n".join(report.reference for report in content.others[:MOST_NAMED])))
    return blocks


def _report(
    versions: Versions,
    content: IncidentContent,
    service: Service,
    *,
    now: datetime,
    later: int,
    answered: set[UUID],
) -> list[Block]:
    (first, words), *amendments = versions
    blocks = [header(f"What happened: {first.reference}"), *_version(first, words, service, now=now)]
    for version, changed in amendments[len(amendments) - min(later, len(amendments)) :]:
        blocks += [section("*Sent again with changes*"), *_version(version, changed, service, now=now)]
    blocks += _reporter(first, content)
    waits = first.id not in answered and content.incident.state is IncidentState.DECIDED
    to_reporter = _to_reporter(first, content.acts, waits=waits)
    return [*blocks, buttons(*to_reporter)] if to_reporter else blocks


def _to_reporter(report: Report, acts: frozenset[Act], *, waits: bool) -> list[Block]:
    """What this person may ask or tell its reporter. Nobody anonymous can be asked to phone."""
    pressed = []
    if Act.CONVERSE in acts:
        pressed.append(_button("Answer", action_ids.ANSWER, report.id, primary=waits))
        pressed.append(_button("Ask the reporter", action_ids.ASK_REPORTER, report.id))
    if Act.ASK_TO_PHONE in acts and report.name_choice is not NameChoice.ANONYMOUS:
        pressed.append(_button("Ask the reporter to phone me", action_ids.ASK_TO_PHONE, report.id))
    return pressed


def _reporter(report: Report, content: IncidentContent) -> list[Block]:
    """The name if it may be seen at once; otherwise who can look it up, and the button for them."""
    acts = content.acts
    match report.name_choice:
        case NameChoice.NAMED:
            return [section(f"*Reporter:* <@{report.reporter}>")] if Act.READ_NAMES in acts else []
        case NameChoice.CONFIDENTIAL:
            look_up = _button("Look the name up", action_ids.LOOK_UP_NAME, report.id)
            words = "*Reporter:* Confidential: the safety lead can look the name up."
            if (
                content.danger
                and content.danger.lasts
                and readers.who_looks_up_in_danger(content.incident.sensitivity)
            ):
                words += " So can whoever has the danger."
            return [section(words, button=look_up if Act.LOOK_UP_NAME in acts else None)]
        case NameChoice.ANONYMOUS:
            return [section("*Reporter:* Anonymous: nobody can look the name up.")]
        case _:
            assert_never(report.name_choice)


def _version(version: Report, narrative: Narrative | None, service: Service, *, now: datetime) -> list[Block]:
    return [*_words(narrative), section(report_summary.summary(version, service, now=now))]


def _words(narrative: Narrative | None) -> list[Block]:
    """The reporter's words exactly, in pieces that Slack takes; or that they cannot be read."""
    if narrative is None:
        return [section("The reporter's words cannot be read. Ask your IT team for help.")]
    text = narrative.text
    return [typed(text[start : start + LONGEST]) for start in range(0, len(text), LONGEST)]


def _conversation(content: IncidentContent, service: Service, now: datetime) -> list[Block]:
    if not content.conversation:
        return []
    references = {versions[0][0].id: versions[0][0].reference for versions in content.reports}
    references |= {report.id: report.reference for report in content.others}
    blocks = [divider(), section("*What was written since*")]
    most = MOST_ENTRIES_WITH_DUTIES if content.duties else MOST_ENTRIES
    hidden = len(content.conversation) - most
    if hidden > 0:
        blocks.append(small(f"{counted(hidden, 'earlier entry is', 'earlier entries are')} not shown."))
    for entry, words in content.conversation[-most:]:
        blocks += _entry(entry, words, references[entry.report_id], service, now=now)
    return blocks


def _entry(entry: Entry, words: EntryWords | None, reference: str, service: Service, *, now: datetime) -> list[Block]:
    what = f"{_author(entry)} {ENTRIES[entry.kind]}"
    if entry.author == BOT:
        what = "the reporter has left, and nobody would read an answer"
    line = small(f"{reference}, {dates.moment(entry.at, service.zone, now=now)}: {what}.")
    return [line, typed(words.text)] if words else [line]


def _author(entry: Entry) -> str:
    return "The reporter" if entry.kind in BY_REPORTER else f"<@{entry.author}>"


def _actions(content: IncidentContent, now: datetime) -> list[Block]:
    if not content.actions:
        return [section("No action has been made from this yet.")]
    blocks: list[Block] = [section("*Actions from this*")]
    for action in content.actions[-MOST_ACTIONS:]:
        words = f"<@{action.owner}>, due {action_blocks.due_day(action, now)}: {_how_far(action)}."
        see = button("See the action", action=action_ids.ACTION_SEE, value=str(action.id))
        line = section(words, button=see) if Act.AGREE_ACTION in content.acts else small(words)
        blocks += [action_blocks.change(action), line]
    return blocks


def _how_far(action: Action) -> str:
    if action.checked_by:
        return f"done, and <@{action.checked_by}> has checked that it works"
    return "done, waiting to be checked" if action.state is ActionState.DONE else "open"


def _next(content: IncidentContent) -> list[Block]:
    """What this person may do next, as things stand: first what brings it on, then the rest."""
    about, acts = content.incident, content.acts
    first = [
        _button(words, action, about.id, primary=primary)
        for words, action, act, primary in _steps(about)
        if act in acts
    ]
    if Act.AGREE_ACTION in acts:
        first.append(_button("Make an action", action_ids.MAKE_ACTION, content.reports[0][0][0].id))
    if Act.WRITE_LEARNING in acts:
        first.append(_button("Write a learning point", action_ids.WRITE_LEARNING, about.id))
    if Act.READ_REVIEW in acts and is_reviewed(about):
        waits = Act.WRITE_REVIEW in acts and about.state is IncidentState.DECIDED
        first.insert(0, _button("Review", action_ids.REVIEW, about.id, primary=waits))
    if Act.DECIDE in acts:
        first.append(_button("People affected", action_ids.AFFECTED, about.id))
    if Act.SEE_PATHWAY in acts:
        first.append(_button("How far it has come", action_ids.PATHWAY, about.id))
    rest = [_button(words, action, about.id) for words, action, act in _further(about) if act in acts]
    return [buttons(*row) for row in (first, rest) if row]


def _steps(about: Incident) -> Iterable[tuple[str, str, Act, bool]]:
    match about.state:
        case IncidentState.NEW:
            yield "Take", action_ids.TAKE, Act.TAKE, True
            yield "Decide", action_ids.DECIDE, Act.DECIDE, False
        case IncidentState.TAKEN:
            yield "Decide", action_ids.DECIDE, Act.DECIDE, True
        case IncidentState.DECIDED:
            yield "Close the incident", action_ids.CLOSE_INCIDENT, Act.CLOSE, about.unanswered == 0
            yield "Decide again", action_ids.DECIDE, Act.DECIDE, False
        case _:
            yield "Open again", action_ids.REOPEN, Act.CLOSE, False


def _further(about: Incident) -> Iterable[tuple[str, str, Act]]:
    if about.state is not IncidentState.CLOSED:
        yield "Hand over", action_ids.HAND_OVER, Act.HAND_OVER
        yield "Same as…", action_ids.SAME_AS, Act.MERGE
    if about.sensitivity is Sensitivity.RESTRICTED:
        yield "Lift the restriction", action_ids.LIFT_RESTRICTION, Act.LIFT_RESTRICTION
    else:
        yield "Restrict", action_ids.RESTRICT, Act.RESTRICT
    yield "Redact", action_ids.REDACT, Act.REDACT
    yield "Similar incidents", action_ids.SIMILAR, Act.FIND


def _button(words: str, action: str, about: UUID, *, primary: bool = False) -> Block:
    return button(words, action=action, value=str(about), style="primary" if primary else None)
