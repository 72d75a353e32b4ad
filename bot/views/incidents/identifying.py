"""What is said of words that may say who somebody is."""

from collections.abc import Sequence

from bot.views.kit.blocks import Block, section, typed

MOST_SHOWN = 10


def warning(found: Sequence[str]) -> list[Block]:
    """Above the form that holds them; nothing if there are none."""
    if not found:
        return []
    return [
        section("*Check these words: they may say who somebody is.* Change them, or send it as it is."),
        typed(", ".join(found[:MOST_SHOWN])),
    ]
