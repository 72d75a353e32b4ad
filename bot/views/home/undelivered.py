"""The section that tells the safety team of messages that did not get through. Nothing when all did."""

from bot.views.home.content import HomeContent
from bot.views.kit.blocks import Block, section


def blocks(content: HomeContent) -> list[Block]:
    if not content.undelivered:
        return []
    return [
        section(
            f"*Messages that did not get through: {content.undelivered}.* "
            "Ask your IT lead to run `python -m bot outbox`."
        )
    ]
