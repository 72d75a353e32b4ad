"""Incidents: opened from a card, and brought on by the safety team until they are closed."""

from bot.views.kit import action_ids
from handlers import incident_screen
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.incidents import (
    answer_form,
    ask_form,
    decide_form,
    hand_over_form,
    lift_form,
    look_up_form,
    redact_form,
    same_as_form,
    step_buttons,
)

LISTENERS: Listeners = (
    on_press(action_ids.OPEN_REPORT, incident_screen.open_on),
    on_press(action_ids.TAKE, step_buttons.take),
    on_press(action_ids.CLOSE_INCIDENT, step_buttons.close),
    on_press(action_ids.REOPEN, step_buttons.reopen),
    on_press(action_ids.RESTRICT, step_buttons.restrict),
    on_press(action_ids.DECIDE, decide_form.from_incident),
    FormListener(decide_form.DIALOG),
    on_press(action_ids.ASK_REPORTER, ask_form.from_incident),
    FormListener(ask_form.DIALOG),
    on_press(action_ids.ANSWER, answer_form.from_incident),
    FormListener(answer_form.DIALOG),
    on_press(action_ids.HAND_OVER, hand_over_form.from_incident),
    FormListener(hand_over_form.DIALOG),
    on_press(action_ids.SAME_AS, same_as_form.from_incident),
    FormListener(same_as_form.DIALOG),
    on_press(action_ids.LIFT_RESTRICTION, lift_form.from_incident),
    FormListener(lift_form.DIALOG),
    on_press(action_ids.LOOK_UP_NAME, look_up_form.from_incident),
    FormListener(look_up_form.DIALOG),
    on_press(action_ids.REDACT, redact_form.from_incident),
    FormListener(redact_form.DIALOG),
)
COUNTED = step_buttons.COUNTED
"""Presses that save something."""
