"""Actions: agreed with a form, answered by their owner with two buttons."""

from bot.views.kit import action_ids
from handlers.actions import action_form, done_button, move_date_form
from handlers.bolt.listener import FormListener, Listeners, on_press

LISTENERS: Listeners = (
    on_press(action_ids.MAKE_ACTION, action_form.from_report),
    FormListener(action_form.DIALOG),
    on_press(action_ids.ACTION_DONE, done_button.complete),
    on_press(action_ids.ACTION_MOVE, move_date_form.from_action),
    FormListener(move_date_form.DIALOG),
)
