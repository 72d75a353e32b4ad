"""An action as it is shown in a direct message and in Home, with its buttons while it is open."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.domain.actions.action import Action, ActionState
from bot.domain.calendar import known_zone
from bot.views.kit import dates
from bot.views.kit.action_ids import ACTION_DONE, ACTION_MOVE
from bot.views.kit.blocks import Block, View, button, buttons, plain_modal, section, small, typed

_UTC = ZoneInfo("UTC")


def brief(action: Action) -> list[Block]:
    """The words of the action, when it is due, and what the owner can do."""
    return [typed(action.change), _due(action), _answer_block(action)]


def full(action: Action) -> list[Block]:
    """The same, with how it is measured."""
    measure = [small("How we will know that it works:"), typed(action.measure)] if action.measure else []
    return [typed(action.change), _due(action), *measure, _answer_block(action)]


def redrawn(blocks: Sequence[Block], action: Action) -> list[Block]:
    """The blocks of a message that was sent, with the due date and the buttons of `action` as they are now."""
    now = {block["block_id"]: block for block in (_due(action), _answer_block(action))}
    return [now.get(block.get("block_id", ""), block) for block in blocks]


def agreed(action: Action) -> View:
    """What the safety team reads after making an action."""
    return plain_modal(
        "Action agreed",
        section(f"*The action is saved.* <@{action.owner}> gets a direct message with your words and two buttons."),
        section(
            f"It is due on {dates.day(action.due_on)}. We remind the owner two days before, and once after. "
            "When it is done, somebody else checks that it works."
        ),
        close="Done",
    )


def moved(action: Action) -> View:
    """What the owner reads after moving the date."""
    return plain_modal(
        "Date moved",
        section(f"*The new date is {dates.day(action.due_on)}.* We remind you two days before, and once after."),
        close="Done",
    )


def _due(action: Action) -> Block:
    return small(f"Due *{dates.day(action.due_on)}*.") | {"block_id": f"due-{action.id}"}


def _answer_block(action: Action) -> Block:
    if action.state is ActionState.DONE and action.done_at:
        when = dates.day_of(action.done_at, known_zone(action.owner_zone, otherwise=_UTC))
        return small(f"Done on {when}. Waiting to be checked by someone else.") | {"block_id": f"answer-{action.id}"}
    return buttons(
        button("Done", action=ACTION_DONE, value=str(action.id), style="primary"),
        button("Move the date", action=ACTION_MOVE, value=str(action.id)),
        block_id=f"answer-{action.id}",
    )
