"""The record of a deeper review: what was agreed, the time line, factors by part of the system, what to change."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.reviews.factors import next_prompts
from bot.domain.reviews.record import OF_THE_LEAD, RecordEntry, RecordKind, factors_by_part, of_kind
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.views.incidents.labels import RESPONSES
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Block, View, button, buttons, header, plain_modal, section, select, small, typed
from bot.views.reviews.content import RecordContent
from bot.views.reviews.factors import PARTS, PROMPTS, TAGS
from bot.views.reviews.labels import FIRST_LINE

_TITLES = {
    RecordKind.TERMS: "Terms",
    RecordKind.AGREED_DATE: "Agreed with those affected",
    RecordKind.TIMELINE: "Time line",
    RecordKind.FACTOR: "What made it likely",
    RecordKind.WENT_WELL: "What went well",
    RecordKind.IMPROVEMENT: "What should be better",
}
_ADD = {
    RecordKind.TIMELINE: ("Time line", action_ids.RECORD_TIMELINE),
    RecordKind.FACTOR: ("Factor", action_ids.RECORD_FACTOR),
    RecordKind.WENT_WELL: ("What went well", action_ids.RECORD_WENT_WELL),
    RecordKind.IMPROVEMENT: ("What should be better", action_ids.RECORD_IMPROVEMENT),
    RecordKind.TERMS: ("Terms", action_ids.RECORD_TERMS),
    RecordKind.AGREED_DATE: ("A date agreed", action_ids.RECORD_DATE),
}
_MOST_PROMPTS = 6
_UNREADABLE = "These words cannot be read. Ask your IT team for help."


def record(content: RecordContent, service: Service, *, now: datetime) -> View:
    """Everything that stands in it so far."""
    return plain_modal(
        f"Record {content.incident.reference}",
        section(FIRST_LINE),
        section(_facts(content, service, now)),
        small("Commissioners may call this a root cause analysis. It looks at the whole work system."),
        *_parts(content, service, now),
        *_next(content),
    )


def added() -> View:
    """After one entry: the record stands beneath, and shows it."""
    return plain_modal("Added", section("*Added.* Close this to go on with the record."))


def _facts(content: RecordContent, service: Service, now: datetime) -> str:
    decision = content.incident.decision
    kind, lead = (RESPONSES[decision.response], decision.lead) if decision else ("Review", None)
    due = decision.due_on if decision else None
    by_when = f", by {dates.day(due, today=local_date(now, service.zone))}" if due else ""
    people = ", ".join(f"<@{person}>" for person in sorted(content.people)) or "nobody beside the lead yet"
    led = f"led by <@{lead}>" if lead else "nobody leads it"
    state = "*Agreed.* Nobody can change it until its lead opens it again." if content.agreed else "*Open.*"
    return f"*{kind}*, {led}{by_when}.\n*Taking part:* {people}.\n{state}"


def _parts(content: RecordContent, service: Service, now: datetime) -> Iterable[Block]:
    for kind in RecordKind:
        yield header(_TITLES[kind])
        if kind is RecordKind.FACTOR:
            yield from _factors(content)
            continue
        found = of_kind(content.entries, kind)
        yield from (typed(f"{number}. {_line(each, service, now)}") for number, each in enumerate(found, 1))
        if not found:
            yield small("Nothing yet.")


def _factors(content: RecordContent) -> Iterable[Block]:
    """A table by part of the work system. Empty parts stand there too, because they have not been looked at."""
    numbers = {each.id: number for number, each in enumerate(of_kind(content.entries, RecordKind.FACTOR), 1)}
    for part, found in factors_by_part(content.entries).items():
        yield small(f"*{PARTS[part]}*" if found else f"*{PARTS[part]}:* nothing yet. Has it been looked at?")
        yield from (
            typed(f"{numbers[each.id]}. {TAGS[each.tag]}: {each.words or _UNREADABLE}") for each in found if each.tag
        )
    tags = {each.tag for each in content.entries if each.tag}
    if tags:
        asked = "\n".join(f"• {PROMPTS[prompt]}" for prompt in next_prompts(tags)[:_MOST_PROMPTS])
        yield section(f"*Ask next:*\n{asked}")


def _line(each: RecordEntry, service: Service, now: datetime) -> str:
    words = each.words or _UNREADABLE
    if each.at:
        return f"{dates.moment(each.at, service.zone, now=now)}: {words}"
    return f"{dates.day(each.on, today=local_date(now, service.zone))}: {words}" if each.on else words


def _next(content: RecordContent) -> Iterable[Block]:
    if Act.WRITE_REVIEW in content.acts and not content.agreed:
        yield from _adding(content)
    improvements = [each for each in of_kind(content.entries, RecordKind.IMPROVEMENT) if each.words]
    if content.agreed and Act.AGREE_ACTION in content.acts and improvements:
        yield _menu("Make an action of…", action_ids.ACTION_FROM_RECORD, improvements, content)
    yield buttons(button("The four boxes", action=action_ids.REVIEW_BOXES, value=str(content.incident.id)))


def _adding(content: RecordContent) -> Iterable[Block]:
    about, leads = str(content.incident.id), Act.LEAD_REVIEW in content.acts
    offered = [kind for kind in _ADD if leads or kind not in OF_THE_LEAD]
    yield header("Add")
    yield buttons(*(button(_ADD[kind][0], action=_ADD[kind][1], value=about) for kind in offered))
    own = [each for each in content.entries if leads or each.written_by == content.person]
    if own:
        yield _menu("Take out…", action_ids.RECORD_TAKE_OUT, own, content)


def _menu(words: str, action: str, offered: Sequence[RecordEntry], content: RecordContent) -> Block:
    """Entries by their numbers, because a menu would cut their words.

    Another block for other entries, because Slack keeps what was chosen in a block that stays.
    """
    shown = {each.id for each in offered}
    options = [
        (str(each.id), f"{_TITLES[kind]}: {number}")
        for kind in RecordKind
        for number, each in enumerate(of_kind(content.entries, kind), 1)
        if each.id in shown
    ]
    return buttons(select(words, action=action, options=options, chosen=None), block_id=f"{action}-{len(options)}")
