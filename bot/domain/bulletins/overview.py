"""What the safety team sees in Home of learning points and bulletins."""

from bot.domain.bulletins.draft import Draft
from bot.domain.learning.point import LearningPoint
from bot.domain.values import Value, VisibleText


class LearningOverview(Value):
    """What waits for somebody. `drafts` are for those alone who approve bulletins.

    `skipped` are the teams that had no bulletin this week, because nothing was approved.
    """

    waiting: tuple[LearningPoint, ...] = ()
    sent_back: tuple[LearningPoint, ...] = ()
    drafts: tuple[Draft, ...] = ()
    skipped: tuple[VisibleText, ...] = ()
