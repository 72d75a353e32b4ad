"""What a message says that may stand in Slack already."""

from bot.views.kit.blocks import Block, small


def repeated(*, may_repeat: bool) -> list[Block]:
    """The line below such a message; nothing below any other."""
    words = "This message may be a repeat. We could not tell whether the first one arrived."
    return [small(words)] if may_repeat else []
