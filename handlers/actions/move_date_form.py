"""The dialog in which an owner moves the date of their action."""

from collections.abc import Mapping
from uuid import UUID

from slack_sdk import WebClient

from bot.domain.actions.action import Action
from bot.usecases.actions.agree_and_answer import move_action
from bot.usecases.context import Context
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks

NAME = "move_date"


FIELDS = [form.Day("due_on", "When will it be done?", wrong="Choose a date.")]


def draw(*, action: Action, place: Mapping[str, str]) -> View:
    """The dialog, with the present due date filled in. `place` is the message with the pressed button, if any."""
    blocks = [action_blocks.change(action), *(field.draw(action.due_on) for field in FIELDS)]
    ids = {"action": str(action.id), **place}
    return form.modal(NAME, title="Move the date", submit="Move", blocks=blocks, ids=ids)


def save(context: Context, view: View, *, by: str, client: WebClient) -> View:  # noqa: ARG001 - as every dialog
    """Move the date, and say what follows."""
    due_on = form.entered(view, FIELDS)["due_on"]
    action_id = UUID(form.remembered(view)["action"])
    return action_blocks.moved(move_action(context, action_id, due_on, by=by, now=context.clock.now()))
