"""Shows an action in a direct message and in Home, with its buttons while it is open."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.actions.action import UNDO_WITHIN, Action, ActionState, Pause
from bot.domain.calendar import is_bank_holiday, known_zone, local_date, working_day_after
from bot.views.kit import action_ids as ids
from bot.views.kit import dates
from bot.views.kit.blocks import Block, View, button, buttons, plain_modal, section, small, typed
from bot.views.kit.counts import counted

_PAUSED = {
    Pause.BLOCKED: "You said that you cannot go on. The safety team knows.",
    Pause.NOT_MINE: "You said that this is not yours. The safety team knows.",
}


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


def redrawn(blocks: Sequence[Block], action: Action, *, reader: str, now: datetime) -> list[Block]:
    """The blocks of a message that was sent to `reader`, with those about `action` brought up to date."""
    answer = _answer_block(action, now) if reader == action.owner else _of_somebody_else(action)
    parts = _due(action, now), answer, reminders(action), check_block(action)
    current = {block["block_id"]: block for block in parts}
    return [current.get(block.get("block_id", ""), block) for block in blocks]


def reminders(action: Action) -> Block:
    """What reminders are still to come."""
    if action.state is ActionState.DONE:
        words = "You get no more reminders of this action."
    elif action.paused:
        words = "You get no reminders of this action for now."
    else:
        words = "We remind you five days and two days before it is due, and once after. Three times at most."
    return small(words) | {"block_id": f"reminders-{action.id}"}


def check_block(action: Action) -> Block:
    """What its checker can do."""
    block_id = f"check-{action.id}"
    if action.waits_for_check:
        return buttons(
            button("It works", action=ids.ACTION_WORKS, value=str(action.id), style="primary"),
            button("Not yet", action=ids.ACTION_NOT_YET, value=str(action.id)),
            block_id=block_id,
        )
    words = f"<@{action.checked_by}> has checked that it works." if action.checked_by else "It is open again."
    return small(words) | {"block_id": block_id}


def agreed(action: Action, *, now: datetime) -> View:
    """What the safety team reads after making an action."""
    return plain_modal(
        "Action agreed",
        section(f"*The action is saved.* <@{action.owner}> gets a direct message with your words in a few minutes."),
        section(
            f"It is due on {due_day(action, now)}. We remind the owner three times at most. "
            f"When it is done, <@{action.checker}> checks that it works."
        ),
        *_bank_holiday(action, now),
        close="Done",
    )


def moved(action: Action, *, now: datetime) -> View:
    """What the owner reads after moving the date."""
    return plain_modal(
        "Date moved",
        section(f"*The new date is {due_day(action, now)}.* Whoever agreed the action is told of each move."),
        *_bank_holiday(action, now),
        close="Done",
    )


def _due(action: Action, now: datetime) -> Block:
    """When it is due, how late it is, and what its owner said about it."""
    today = local_date(now, known_zone(action.owner_zone))
    late = (today - action.due_on).days if action.state is ActionState.OPEN else 0
    lateness = f", late by {counted(late, 'day', 'days')}" if late > 0 else ""
    facts = [f"Due *{due_day(action, now)}*{lateness}."]
    if action.planned_on and action.state is ActionState.OPEN:
        facts.append(f"You do it on {dates.day(action.planned_on, today=today)}.")
    if action.paused:
        facts.append(_PAUSED[action.paused])
    return small(" ".join(facts)) | {"block_id": f"due-{action.id}"}


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
    block_id = f"answer-{action.id}"
    if action.state is ActionState.DONE and action.done_at:
        return _done(action, action.done_at, now) | {"block_id": block_id}
    offered = [button("Done", action=ids.ACTION_DONE, value=str(action.id), style="primary")]
    if action.paused:
        words = "I can go on" if action.paused is Pause.BLOCKED else "It is mine"
        return buttons(*offered, button(words, action=ids.ACTION_GO_ON, value=str(action.id)), block_id=block_id)
    offered.append(button("Move the date", action=ids.ACTION_MOVE, value=str(action.id)))
    if action.planned_on is None and local_date(now, known_zone(action.owner_zone)) < action.due_on:
        offered.append(button("Choose a day", action=ids.ACTION_PLAN, value=str(action.id)))
    offered.append(button("Blocked", action=ids.ACTION_BLOCKED, value=str(action.id)))
    offered.append(button("Not mine", action=ids.ACTION_NOT_MINE, value=str(action.id)))
    return buttons(*offered, block_id=block_id)


def _done(action: Action, done_at: datetime, now: datetime) -> Block:
    """It can be undone for a while: a button that stands there longer says that it is too late."""
    words = f"Done on {dates.day_of(done_at, known_zone(action.owner_zone), now=now)}."
    if action.checked_by:
        return small(f"{words} <@{action.checked_by}> has checked that it works. Thank you.")
    words = f"{words} Waiting to be checked by someone else."
    if now - done_at > UNDO_WITHIN:
        return small(words)
    return section(words, button=button("Undo", action=ids.ACTION_UNDO, value=str(action.id)))


def _of_somebody_else(action: Action) -> Block:
    return small("This action belongs to somebody else now.") | {"block_id": f"answer-{action.id}"}
