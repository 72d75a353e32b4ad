"""Danger: taken, declined, given back and ended with the buttons of its messages."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.incidents import danger_buttons, no_danger_form, safe_now_form

LISTENERS: Listeners = (
    on_press(action_ids.DANGER_TAKE, danger_buttons.take),
    on_press(action_ids.DANGER_KEEP, danger_buttons.keep),
    on_press(action_ids.DANGER_DECLINE, danger_buttons.decline),
    on_press(action_ids.DANGER_GIVE_BACK, danger_buttons.give_back),
    on_press(action_ids.DANGER_STILL_SO, danger_buttons.still_so),
    on_press(action_ids.DANGER_SAFE, safe_now_form.from_message),
    FormListener(safe_now_form.DIALOG),
    on_press(action_ids.DANGER_DOWNGRADE, no_danger_form.from_message),
    FormListener(no_danger_form.DIALOG),
)
