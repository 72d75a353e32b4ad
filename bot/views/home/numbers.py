"""The section for whoever may read figures: the three that say whether the loop closes."""

from bot.domain.evidence.figures import Figure
from bot.views.evidence.figures import lines
from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import ALL_FIGURES
from bot.views.kit.blocks import Block, button, section

_NOTHING = "No report was sent, and no action was due."
THREE = (Figure.READ_IN_TIME, Figure.ANSWERED, Figure.DONE_IN_TIME)


def blocks(content: HomeContent) -> list[Block]:
    if content.figures is None:
        return []
    said = lines({figure: content.figures[figure] for figure in THREE}) or [_NOTHING]
    words = "\n".join(["*The past 30 days*", *(f"\u2022 {line}" for line in said)])
    return [section(words, button=button("All figures", action=ALL_FIGURES, value="home"))]
