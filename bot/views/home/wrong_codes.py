"""The section that tells the safety lead of wrong claim codes. Nothing when there were none."""

from bot.views.home.content import HomeContent
from bot.views.kit.blocks import Block, section
from bot.views.kit.counts import counted


def blocks(content: HomeContent) -> list[Block]:
    if not content.wrong_codes:
        return []
    codes = counted(content.wrong_codes, "wrong claim code was", "wrong claim codes were")
    return [section(f"*{codes} typed in the last day.* Many at once may be somebody guessing.")]
