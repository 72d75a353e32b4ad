"""The pathway of an incident on one screen. A gap is said as one."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.evidence.pathway import Did, Gap, Leg, Mark, PathRole, Stage
from bot.domain.incidents.affected import Affected, Tick
from bot.domain.learning.themes import Theme
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.blocks import Block, View, plain_modal, section, small, typed
from bot.views.kit.counts import counted

MOST_MARKS = 8
MOST_THEMES = 10
STAGES = {
    Stage.REPORTED: "Reported",
    Stage.TRIAGED: "Triaged",
    Stage.REVIEWED: "Reviewed",
    Stage.LEARNED: "Learned",
    Stage.ACTED: "Acted",
    Stage.CHECKED: "Checked",
    Stage.EVIDENCE: "Evidence",
}
ROLES = {
    PathRole.REPORTER: "a reporter",
    PathRole.SAFETY_TEAM: "the safety team",
    PathRole.REVIEW_LEAD: "the review's lead",
    PathRole.PEOPLE_TAKING_PART: "somebody taking part",
    PathRole.WRITER: "its writer",
    PathRole.SECOND_PERSON: "a second person",
    PathRole.OWNER: "the owner",
    PathRole.CHECKER: "the checker",
}
DONE = {
    Did.REPORTED: "reported",
    Did.TAKEN: "taken",
    Did.DECIDED: "decided",
    Did.REVIEW_WRITTEN: "boxes written",
    Did.REVIEW_AGREED: "review agreed",
    Did.POINT_WRITTEN: "learning point written",
    Did.POINT_APPROVED: "learning point approved",
    Did.ACTION_AGREED: "action agreed",
    Did.ACTION_DONE: "action done",
    Did.ACTION_CHECKED: "action checked",
    Did.TOLD: "told to a team in its bulletin",
    Did.CLOSED: "closed",
}
GAPS = {
    Gap.NOT_DECIDED: "Not decided yet.",
    Gap.NO_REVIEW_DECIDED: "No review was decided.",
    Gap.NOT_REVIEWED: "Not yet: nobody has written in a review.",
    Gap.NOT_AGREED: "The review is not agreed yet.",
    Gap.NOTHING_LEARNED: "Not yet: no learning point.",
    Gap.NO_ACTION: "Nothing agreed: no action.",
    Gap.NOTHING_TO_CHECK: "Nothing to check.",
    Gap.NOT_TOLD: "Told to no team yet.",
    Gap.NOT_CLOSED: "The incident is open.",
}
_COUNTED = {
    Gap.NOT_APPROVED: ("learning point waits for a second person.", "learning points wait for a second person."),
    Gap.NOT_DONE: ("action is not done yet.", "actions are not done yet."),
    Gap.NOT_CHECKED: ("action waits for its check.", "actions wait for their check."),
}


TICKS = {
    Tick.OFFERED: "Offered to take part",
    Tick.ACCEPTED: "Accepted",
    Tick.ANSWERED: "Questions answered",
}
_NOT_TICKED = {
    Tick.OFFERED: "Not offered to take part yet.",
    Tick.ACCEPTED: "Has not accepted.",
    Tick.ANSWERED: "Questions not answered yet.",
}


def pathway(
    reference: str,
    legs: Sequence[Leg],
    affected: Sequence[Affected],
    service: Service,
    *,
    themes: Sequence[Theme] = (),
    now: datetime,
) -> View:
    """Each stage with its dates and roles, what is missing in it, what people affected were offered, and themes."""
    stages = (section("\n".join(_lines(leg, service, now))) for leg in legs)
    return plain_modal(
        f"How far: {reference}",
        *stages,
        *_affected(affected, service, now),
        *_themes(themes),
        small("Names and words do not stand here."),
    )


def _lines(leg: Leg, service: Service, now: datetime) -> Iterator[str]:
    yield f"*{STAGES[leg.stage]}*"
    hidden = len(leg.marks) - MOST_MARKS
    if hidden > 0:
        yield f"{counted(hidden, 'earlier step is', 'earlier steps are')} not shown."
    for mark in leg.marks[-MOST_MARKS:]:
        yield f"• {_mark(mark, service, now)}"
    for gap, count in leg.gaps:
        yield f"○ _{counted(count, *_COUNTED[gap]) if gap in _COUNTED else GAPS[gap]}_"


def _affected(people: Sequence[Affected], service: Service, now: datetime) -> Iterator[Block]:
    """A section for each person, because a merged incident may have many."""
    if not people:
        yield section("*People affected*\n○ _Not yet: nobody was offered to take part._")
    for person in people:
        done = [f"• {TICKS[tick]} on {dates.day_of(at, service.zone, now=now)}." for tick, at in person.ticks.items()]
        missing = [f"○ _{_NOT_TICKED[tick]}_" for tick in _missing(person)]
        yield section("\n".join([f"*People affected: Person {person.letter}*", *done, *missing]))


def _themes(themes: Sequence[Theme]) -> list[Block]:
    """By the names that a person gave them."""
    names = [each.name for each in themes[:MOST_THEMES] if each.name]
    return [section("*Themes that it belongs to*"), typed("\n".join(names))] if names else []


def _missing(person: Affected) -> list[Tick]:
    """Nobody accepts what they were not offered."""
    of_offer = Tick.ACCEPTED if person.offered_at else Tick.OFFERED
    return [tick for tick in (of_offer, Tick.ANSWERED) if tick not in person.ticks]


def _mark(mark: Mark, service: Service, now: datetime) -> str:
    today = now.astimezone(service.zone).date()
    due = f", due {dates.day(mark.due_on, today=today)}" if mark.due_on else ""
    done = DONE[mark.did].capitalize()
    return f"{dates.day_of(mark.at, service.zone, now=now)}. {done} by {ROLES[mark.by]}{due}."
