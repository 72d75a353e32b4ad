"""Shows an action in a direct message and in Home, with its buttons while it is open."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.actions.action import Action, ActionState
from bot.domain.calendar import is_bank_holiday, known_zone, local_date, working_day_after
from bot.views.kit import dates
from bot.views.kit.action_ids import ACTION_DONE, ACTION_MOVE
from bot.views.kit.blocks import Block, View, button, buttons, plain_modal, section, small, typed


def change(action: Action) -> Block:
    """The words of the action, or that they cannot be read."""
    if action.change:
        return typed(action.change)
    return small("The words of this action cannot be read. Ask your IT team.")


def brief(action: Action, *, now: datetime) -> list[Block]:
    """The change, when it is due, and what the owner can do."""
    return [change(action), _due(action, now), _answer_block(action, now)]


def full(action: Action, *, now: datetime) -> list[Block]:
    """The change, when it is due, how it is measured, and what the owner can do."""
    measure = [small("How we will know that it works:"), typed(action.measure)] if action.measure else []
    return [change(action), _due(action, now), *measure, _answer_block(action, now)]


def redrawn(blocks: Sequence[Block], action: Action, *, now: datetime) -> list[Block]:
    """The blocks of a sent message, with those about `action` brought up to date."""
    parts = _due(action, now), _answer_block(action, now), reminders(action)
    current = {block["block_id"]: block for block in parts}
    return [current.get(block.get("block_id", ""), block) for block in blocks]


def reminders(action: Action) -> Block:
    """What reminders are still to come."""
    words = (
        "We will remind you two days before it is due, and once after. Done means: ready for a check."
        if action.state is ActionState.OPEN
        else "You get no more reminders of this action. Nobody has checked it yet."
    )
    return small(words) | {"block_id": f"reminders-{action.id}"}


def agreed(action: Action, *, now: datetime) -> View:
    """What the safety team reads after making an action."""
    return plain_modal(
        "Action agreed",
        section(f"*The action is saved.* <@{action.owner}> gets a direct message with your words and two buttons."),
        section(
            f"It is due on {due_day(action, now)}. We remind the owner two days before, and once after. "
            "When it is done, somebody else checks that it works."
        ),
        *_bank_holiday(action, now),
        close="Done",
    )


def moved(action: Action, *, now: datetime) -> View:
    """What the owner reads after moving the date."""
    return plain_modal(
        "Date moved",
        section(f"*The new date is {due_day(action, now)}.* We remind you two days before, and once after."),
        *_bank_holiday(action, now),
        close="Done",
    )


def _due(action: Action, now: datetime) -> Block:
    return small(f"Due *{due_day(action, now)}*.") | {"block_id": f"due-{action.id}"}


def due_day(action: Action, now: datetime) -> str:
    """The due date, for its owner at `now`."""
    return dates.day(action.due_on, today=local_date(now, known_zone(action.owner_zone)))


def _bank_holiday(action: Action, now: datetime) -> list[Block]:
    """Mentions that the due date is a bank holiday, because it was perhaps not meant."""
    if not is_bank_holiday(action.due_on):
        return []
    today = local_date(now, known_zone(action.owner_zone))
    next_day = dates.day(working_day_after(action.due_on), today=today)
    return [
        section(f"{due_day(action, now)} is a bank holiday. The first working day after it is {next_day}."),
    ]


def _answer_block(action: Action, now: datetime) -> Block:
    if action.state is ActionState.DONE and action.done_at:
        when = dates.day_of(action.done_at, known_zone(action.owner_zone), now=now)
        return small(f"Done on {when}. Waiting to be checked by someone else.") | {"block_id": f"answer-{action.id}"}
    return buttons(
        button("Done", action=ACTION_DONE, value=str(action.id), style="primary"),
        button("Move the date", action=ACTION_MOVE, value=str(action.id)),
        block_id=f"answer-{action.id}",
    )
