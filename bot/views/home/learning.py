"""The section of the safety team with learning points and bulletins. Nothing for everybody else."""

from bot.domain.bulletins.draft import Draft
from bot.domain.calendar import local_date
from bot.domain.learning.point import LearningPoint
from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.kit import dates
from bot.views.kit.action_ids import SEE_BULLETIN, SEE_LEARNING, SESSION_PROPOSE, WRITE_LEARNING
from bot.views.kit.blocks import Block, button, buttons, divider, escaped, header, section, small

MOST_SHOWN = BUDGET["learning"].things
MOST_NAMED = 5


def blocks(content: HomeContent) -> list[Block]:
    learning = content.learning
    if learning is None:
        return []
    waiting = [
        *(_draft(draft, content) for draft in learning.drafts),
        *(_point(point, "was sent back to you", content) for point in learning.sent_back),
        *(_point(point, "waits for a second person", content) for point in learning.waiting),
    ]
    more = ["More waits. It is shown here once you have dealt with these."] if len(waiting) > MOST_SHOWN else []
    notes = [*more, *_skipped(learning.skipped)]
    return [
        divider(),
        header("Learning"),
        buttons(
            button("Write a learning point", action=WRITE_LEARNING, value="home"),
            button("Propose a session", action=SESSION_PROPOSE, value="home"),
        ),
        *waiting[:MOST_SHOWN],
        *([small("\n".join(notes))] if notes else []),
    ]


def _draft(draft: Draft, content: HomeContent) -> Block:
    team = content.service.team(draft.team)
    name = escaped(team.name) if team else "a team"
    monday = dates.day(draft.monday, today=local_date(content.now, content.service.zone))
    read = button("Read it", action=SEE_BULLETIN, value=str(draft.id))
    return section(f"The bulletin for *{name}*, {monday}, waits for you.", button=read)


def _point(point: LearningPoint, state: str, content: HomeContent) -> Block:
    written = dates.day_of(point.written_at, content.service.zone, now=content.now)
    read = button("Read it", action=SEE_LEARNING, value=str(point.id))
    return section(f"A learning point of {written} {state}.", button=read)


def _skipped(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    shown = ", ".join(escaped(name) for name in names[:MOST_NAMED])
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return [f"No bulletin this week, because nothing was approved: {shown}{more}."]
