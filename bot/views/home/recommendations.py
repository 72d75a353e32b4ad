"""The section of the safety lead with recommendations from outside. Nothing for everybody else."""

from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import RECOMMENDATIONS
from bot.views.kit.blocks import Block, button, section
from bot.views.learning.recommendations import line

MOST_SHOWN = BUDGET["recommendations"].things


def blocks(content: HomeContent) -> list[Block]:
    """The open ones by what is due, without a word of them."""
    found = content.recommendations
    if found is None:
        return []
    lines = [f"• {line(each, content.service, now=content.now)}" for each in found[:MOST_SHOWN]]
    more = ["• There are more."] if len(found) > MOST_SHOWN else []
    words = "\n".join(["*Recommendations from outside*", *lines, *more]) if lines else _NONE
    return [section(words, button=button("Open the register", action=RECOMMENDATIONS, value="home"))]


_NONE = "*Recommendations from outside*\nNone is open."
