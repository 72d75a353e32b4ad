"""One quiet line on top, once: which of the person's own reports have moved on since they last looked."""

from collections.abc import Mapping, Sequence

from bot.domain.incidents.own_report import Milestone, OwnReport
from bot.views.home.content import HomeContent
from bot.views.kit.blocks import Block, small
from bot.views.kit.counts import counted

MOST_NAMED = 3
_NEWS: Mapping[Milestone, str] = {
    Milestone.READ: "was read",
    Milestone.TAKEN: "was taken on",
    Milestone.ACTION_AGREED: "has led to an action",
    Milestone.ASKED: "has a question for you",
    Milestone.ANSWERED: "has an answer for you",
    Milestone.CLOSED: "was closed",
}


def blocks(content: HomeContent) -> list[Block]:
    named = [f"{reference} {_NEWS[milestone]}." for reference, milestone in _latest(content.news[:MOST_NAMED])]
    others = len(content.news) - MOST_NAMED
    more = [f"{counted(others, 'other report has', 'other reports have')} moved on."] if others > 0 else []
    return [small(f"*While you were away:* {' '.join([*named, *more])}")] if named else []


def _latest(news: Sequence[OwnReport]) -> list[tuple[str, Milestone]]:
    """Each reference with what came last, which says most."""
    return [(own.report.reference, own.latest[0]) for own in news if own.latest]
