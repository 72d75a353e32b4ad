"""A learning point: what its writer is told, and what a second person reads before approving it."""

from datetime import datetime

from bot.domain.learning.point import LearningPoint, PointState
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.action_ids import APPROVE_LEARNING, SEND_BACK_LEARNING, WRITE_LEARNING
from bot.views.kit.blocks import Block, View, button, buttons, escaped, plain_modal, section, small, typed

MOST_NAMED = 12
_THEMES_ONLY = (
    "*No bulletin tells this.* A report behind it is anonymous, so nobody can be asked. Write a theme in Home."
)


def sent() -> View:
    return plain_modal(
        "Thank you",
        section("*It waits for a second person.* Somebody else on the safety team reads it before anybody is told."),
    )


def from_review(words: str | None) -> list[Block]:
    """Above the form that is filled with them: all words of the box, which may be too many for a learning point."""
    if not words:
        return []
    return [small("These words stand in the review. Say it for colleagues, in one or two sentences:"), typed(words)]


def opened(point: LearningPoint, service: Service, *, by: str, now: datetime, from_anonymous: bool = False) -> View:
    """The exact words. Its writer may take it back; somebody else approves it or sends it back."""
    written = dates.day_of(point.written_at, service.zone, now=now)
    blocks = [*_words(point), section(f"*For:* {audience(point, service)}")]
    blocks.append(small(f"Written by <@{point.written_by}> on {written}."))
    blocks += [section(_THEMES_ONLY)] if from_anonymous else []
    return plain_modal("Learning point", *blocks, *_buttons(point, by))


def decided(point: LearningPoint) -> View:
    if point.state is PointState.APPROVED:
        return plain_modal("Approved", section("*Approved.* The next bulletins can tell teams these very words."))
    return plain_modal("Sent back", section("*Sent back.* Its writer sees it in Home, and can write it again."))


def audience(point: LearningPoint, service: Service) -> str:
    """The teams by name, in the order of the service."""
    names = [escaped(team.name) for team in service.teams if team.code in point.teams]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more if names else "all teams"


def _words(point: LearningPoint) -> list[Block]:
    to_try = [section("*One thing to try*"), typed(point.to_try)] if point.to_try else []
    return [section("*What we learned*"), typed(point.words), *to_try]


def _buttons(point: LearningPoint, by: str) -> list[Block]:
    value = str(point.id)
    match point.state:
        case PointState.APPROVED:
            return [section("This was approved. Its words cannot change any more.")]
        case PointState.SENT_BACK:
            again = button("Write it again", action=WRITE_LEARNING, value=f"again:{value}", style="primary")
            return [buttons(again)] if by == point.written_by else [section("This was sent back to its writer.")]
        case PointState.WAITING if by == point.written_by:
            back = button("Take it back", action=SEND_BACK_LEARNING, value=value)
            return [section("Somebody else on the safety team must approve it."), buttons(back)]
        case PointState.WAITING:
            approve = button("Approve these words", action=APPROVE_LEARNING, value=value, style="primary")
            return [buttons(approve, button("Send back", action=SEND_BACK_LEARNING, value=value))]
