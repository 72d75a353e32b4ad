"""The section with the person's own actions, the most pressing first, each with its buttons."""

from bot.views.home.content import MOST_SHOWN, HomeContent
from bot.views.kit.blocks import Block, divider, header, section, small
from bot.views.shared import action_blocks


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your actions"), *_list(content)]


def _list(content: HomeContent) -> list[Block]:
    if not content.actions:
        return [section("You have no actions.")]
    shown = [
        block for action in content.actions[:MOST_SHOWN] for block in action_blocks.full(action, now=content.now)
    ]
    more = [small("Only your most pressing actions are shown.")] if len(content.actions) > MOST_SHOWN else []
    return [*shown, *more]
