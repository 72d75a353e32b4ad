"""Learning points: written with a form, approved by a second person. Themes: looked for, named and confirmed."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.learning import approve_buttons, learning_form, recommendation_forms, theme_forms

LISTENERS: Listeners = (
    on_press(action_ids.WRITE_LEARNING, learning_form.from_button),
    on_press(action_ids.LEARNING_FROM_REVIEW, learning_form.from_review),
    FormListener(learning_form.DIALOG),
    on_press(action_ids.SEE_LEARNING, approve_buttons.open_point),
    on_press(action_ids.APPROVE_LEARNING, approve_buttons.approve),
    on_press(action_ids.SEND_BACK_LEARNING, approve_buttons.send_back),
    *theme_forms.OF_THEMES,
    *recommendation_forms.OF_RECOMMENDATIONS,
)
COUNTED = approve_buttons.COUNTED
"""Presses that save something."""
