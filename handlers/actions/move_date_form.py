"""The dialog in which an owner moves the date of their action."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.actions.action import Action, ActionState
from bot.domain.service.service import Service
from bot.usecases.actions.agree_and_answer import move_action, own_action
from bot.views.kit import form, refusals
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks
from handlers import own_lists
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import MessagePlace, Press, Submission

FIELDS: list[form.Field] = [form.Day("due_on", "When will it be done?", wrong="Choose a date.")]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return FIELDS


def draw(*, action: Action, message: MessagePlace | None, beneath: Mapping[str, str] | None = None) -> View:
    """The dialog, with the present due date filled in. `message` is the one with the pressed button, if any.

    `beneath` is the page of a list that it opens over, if any.
    """
    blocks = [action_blocks.change(action), *(field.draw(action.due_on) for field in FIELDS)]
    place = {"channel": message.channel, "ts": message.ts} if message else {}
    ids = {"action": str(action.id), **place, **(beneath or {})}
    return form.modal(DIALOG.name, title="Move the date", submit="Move", blocks=blocks, ids=ids)


def from_action(deps: Dependencies, press: Press) -> None:
    """Move the date, on an action."""

    def fill() -> View:
        action = own_action(deps.context, press.id, by=press.person)
        done = action.state is ActionState.DONE
        beneath = own_lists.place_in_list(press.ids)
        return refusals.already_done() if done else draw(action=action, message=press.message, beneath=beneath)

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Move the date, and say what follows. Afterwards the new date stands where the button was press."""
    ids = sent.ids
    now = deps.context.clock.now()
    action_id, due_on = UUID(ids["action"]), form.entered(sent.view, FIELDS)["due_on"]
    moved = move_action(deps.context, action_id, due_on, by=sent.person, now=now)
    message = MessagePlace(ids["channel"], ids["ts"]) if "ts" in ids else None

    def then() -> None:
        refresh_everywhere(deps, action_id, by=sent.person, message=message)
        own_lists.redraw(deps, sent.person, view_id=str(sent.view.get("previous_view_id") or ""), ids=ids)

    return Saved(partial(action_blocks.moved, moved, now=now), then)


DIALOG = Dialog("move_date", fields, draw, save)
