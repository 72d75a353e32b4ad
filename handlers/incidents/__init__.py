"""Incidents: opened from a card, and brought on until they are closed. Their danger: taken and ended."""

from bot.views.kit import action_ids
from handlers import incident_screen
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.incidents import (
    alike_screen,
    answer_form,
    ask_form,
    danger_buttons,
    decide_form,
    find_form,
    glass_form,
    hand_over_form,
    lift_form,
    look_up_form,
    no_danger_form,
    pathway_button,
    redact_form,
    safe_now_form,
    same_as_form,
    step_buttons,
)

LISTENERS: Listeners = (
    on_press(action_ids.OPEN_REPORT, incident_screen.open_on),
    on_press(action_ids.FIND_REFERENCE, find_form.from_button),
    FormListener(find_form.DIALOG),
    on_press(action_ids.TAKE, step_buttons.take),
    on_press(action_ids.CLOSE_INCIDENT, step_buttons.close),
    on_press(action_ids.REOPEN, step_buttons.reopen),
    on_press(action_ids.RESTRICT, step_buttons.restrict),
    on_press(action_ids.SIMILAR, alike_screen.from_incident),
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
    on_press(action_ids.OPEN_WITH_REASON, glass_form.from_refusal),
    FormListener(glass_form.DIALOG),
    on_press(action_ids.DANGER_TAKE, danger_buttons.take),
    on_press(action_ids.DANGER_KEEP, danger_buttons.keep),
    on_press(action_ids.DANGER_DECLINE, danger_buttons.decline),
    on_press(action_ids.DANGER_GIVE_BACK, danger_buttons.give_back),
    on_press(action_ids.DANGER_STILL_SO, danger_buttons.still_so),
    on_press(action_ids.DANGER_SAFE, safe_now_form.from_message),
    FormListener(safe_now_form.DIALOG),
    on_press(action_ids.DANGER_DOWNGRADE, no_danger_form.from_message),
    FormListener(no_danger_form.DIALOG),
    on_press(action_ids.PATHWAY, pathway_button.open_pathway),
)
COUNTED = step_buttons.COUNTED
"""Presses that save something."""
