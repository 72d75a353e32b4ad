"""A stronger idea, where an action only asks people to remember: said once, never a block."""

from bot.views.kit.blocks import Block, section


def idea() -> Block:
    return section(
        "*Is there a stronger way?* People forget. A changed room, tool or step lasts longer than a reminder. "
        "Change your words, or press *Agree* again to keep them."
    )
