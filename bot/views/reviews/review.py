"""A review as everybody who takes part sees it: the boxes of all people side by side, and what may be done next."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.reviews.record import has_record
from bot.domain.reviews.review import Box, Contribution, place_of
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.views.incidents.labels import RESPONSES
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Block, View, button, buttons, header, plain_modal, section, small, typed
from bot.views.kit.counts import counted
from bot.views.reviews.content import ReviewContent
from bot.views.reviews.labels import FIRST_LINE, LABELS

MOST_SHOWN = 10
"""People in a box. Each takes two blocks in each of four boxes, and a modal has 100."""
_BECOMES = {
    Box.WHAT_HELPED: ("Make a learning point", action_ids.LEARNING_FROM_REVIEW, Act.WRITE_LEARNING),
    Box.WHAT_GOT_IN_THE_WAY: ("Make a learning point", action_ids.LEARNING_FROM_REVIEW, Act.WRITE_LEARNING),
    Box.WHAT_WE_WILL_TRY: ("Make an action", action_ids.ACTION_FROM_REVIEW, Act.AGREE_ACTION),
}


def review(content: ReviewContent, service: Service, *, now: datetime, saved: bool = False) -> View:
    """Everything that was written so far. `saved`: this person has just saved their boxes."""
    above = [section("*Saved.* You can come back and go on at any time.")] if saved else []
    return plain_modal(
        f"Review {content.incident.reference}",
        section(FIRST_LINE),
        *above,
        section(_facts(content, service, now)),
        *_boxes(content, service, now),
        *_came_of_it(content),
        *_next(content),
    )


def others(content: ReviewContent, box: Box, service: Service, *, now: datetime) -> list[Block]:
    """What the others wrote in this box: it stands beneath one's own."""
    shown = [each for each in content.contributions if each.person != content.person]
    return [block for each in shown[:MOST_SHOWN] for block in _words(each, box, service, now=now)]


def _facts(content: ReviewContent, service: Service, now: datetime) -> str:
    decision = content.incident.decision
    kind, lead = (RESPONSES[decision.response], decision.lead) if decision else ("", None)
    due = decision.due_on if decision else None
    by_when = f", by {dates.day(due, today=now.astimezone(service.zone).date())}" if due else ""
    led = f"led by <@{lead}>" if lead else "nobody leads it"
    people = ", ".join(f"<@{person}>" for person in sorted(content.people))
    return f"*{kind}*, {led}{by_when}.\n*Taking part:* {people or 'nobody beside the lead yet'}.\n{_state(content)}"


def _state(content: ReviewContent) -> str:
    if content.agreed:
        return "*Agreed.* Nobody can change it until its lead opens it again."
    return "*Open.*" if content.contributions else "*Nobody has written yet.*"


def _boxes(content: ReviewContent, service: Service, now: datetime) -> list[Block]:
    blocks: list[Block] = []
    for box in Box:
        words = [
            block
            for each in content.contributions[:MOST_SHOWN]
            for block in _words(each, box, service, now=now, of=content)
        ]
        blocks += [header(LABELS[box]), *(words or [small("Nothing yet.")])] if content.contributions else []
    hidden = len(content.contributions) - MOST_SHOWN
    if hidden > 0:
        blocks.append(small(f"The boxes of {counted(hidden, 'more person are', 'more people are')} not shown here."))
    if any(each.boxes is None for each in content.contributions):
        blocks.append(small("Some words cannot be read. Ask your IT team for help."))
    return blocks


def _words(
    each: Contribution, box: Box, service: Service, *, now: datetime, of: ReviewContent | None = None
) -> Sequence[Block]:
    words = each.boxes.words(box) if each.boxes else None
    if not words:
        return []
    line = f"<@{each.person}>, {dates.moment(each.saved_at, service.zone, now=now)}"
    becomes = _becomes(each, box, of) if of else None
    return [section(line, button=becomes) if becomes else small(line), typed(words)]


def _becomes(each: Contribution, box: Box, content: ReviewContent) -> Block | None:
    """Once it is agreed, its lead can carry these words on. The form that opens shows them before anything exists."""
    if content.agreed is None or Act.LEAD_REVIEW not in content.acts or box not in _BECOMES:
        return None
    words, action, act = _BECOMES[box]
    return button(words, action=action, value=place_of(each, box)) if act in content.acts else None


def _came_of_it(content: ReviewContent) -> Iterable[Block]:
    if content.agreed and Act.LEAD_REVIEW in content.acts:
        yield section("*What comes of it?* Press a button beside the words. You see each one before it exists.")
    made = [
        counted(number, one, many)
        for number, one, many in (
            (content.made_actions, "action", "actions"),
            (content.made_points, "learning point", "learning points"),
        )
        if number
    ]
    if made:
        yield section(f"*Made from this incident so far:* {' and '.join(made)}.")


def _next(content: ReviewContent) -> list[Block]:
    about, acts = str(content.incident.id), content.acts
    row = []
    if has_record(content.incident):
        row.append(button("Record", action=action_ids.REVIEW_RECORD, value=about))
    if Act.WRITE_REVIEW in acts and not content.agreed:
        row.append(button("Write in my boxes", action=action_ids.REVIEW_WRITE, value=about))
    if Act.LEAD_REVIEW in acts and not content.agreed:
        row.append(button("Invite people", action=action_ids.REVIEW_PEOPLE, value=about))
        if content.contributions or content.recorded:
            row.append(button("Agree", action=action_ids.REVIEW_AGREE, value=about, style="primary"))
    if Act.LEAD_REVIEW in acts and content.agreed:
        row.append(button("Open it again", action=action_ids.REVIEW_REOPEN, value=about))
    if Act.LEAD_REVIEW in acts:
        row.append(button("Propose a session", action=action_ids.SESSION_PROPOSE, value=about))
    return [buttons(*row, button("Conversation guide", action=action_ids.REVIEW_GUIDE, value=about))]
