"""The section with the person's own actions, the most pressing first, each with its buttons."""

from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import ALL_OWN_ACTIONS
from bot.views.kit.blocks import Block, button, buttons, divider, header, section
from bot.views.shared import action_blocks

MOST_SHOWN = BUDGET["own_actions"].things


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your actions"), *_list(content)]


def _list(content: HomeContent) -> list[Block]:
    if not content.actions:
        return [section("You have no actions.")]
    shown = [
        block for action in content.actions[:MOST_SHOWN] for block in action_blocks.full(action, now=content.now)
    ]
    more = len(content.actions) > MOST_SHOWN
    return [*shown, buttons(button("All my actions", action=ALL_OWN_ACTIONS, value="0"))] if more else shown
