"""The section for whoever may read figures: those that say whether the loop closes."""

from bot.domain.evidence.figures import Figure
from bot.views.evidence.figures import lines
from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import ALL_FIGURES
from bot.views.kit.blocks import Block, button, section

_NOTHING = "No report was sent, and no action was due."
THREE = (Figure.READ_IN_TIME, Figure.ANSWERED, Figure.DONE_IN_TIME)
"""And a fourth where wards have answered whether changes hold."""


def blocks(content: HomeContent) -> list[Block]:
    if content.figures is None:
        return []
    holding = content.figures[Figure.HOLDING]
    shown = THREE if holding.count is None else (*THREE, Figure.HOLDING)
    said = lines({figure: content.figures[figure] for figure in shown}) or [_NOTHING]
    words = "\n".join(["*The past 30 days*", *(f"\u2022 {line}" for line in said)])
    return [section(words, button=button("All figures", action=ALL_FIGURES, value="home"))]
