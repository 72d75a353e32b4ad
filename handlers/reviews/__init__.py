"""Reviews: people write in boxes of their own, their lead invites people and agrees what comes of it."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.reviews import boxes_form, people_form, record_forms, review_buttons, session_forms

LISTENERS: Listeners = (
    on_press(action_ids.REVIEW, boxes_form.from_incident),
    on_press(action_ids.REVIEW_WRITE, boxes_form.from_review),
    FormListener(boxes_form.DIALOG),
    on_press(action_ids.REVIEW_PEOPLE, people_form.from_review),
    FormListener(people_form.DIALOG),
    on_press(action_ids.REVIEW_GUIDE, review_buttons.open_guide),
    on_press(action_ids.REVIEW_AGREE, review_buttons.agree),
    on_press(action_ids.REVIEW_REOPEN, review_buttons.reopen),
    on_press(action_ids.REVIEW_BOXES, review_buttons.from_record),
    *record_forms.OF_RECORDS,
    *session_forms.OF_SESSIONS,
)
COUNTED = (*review_buttons.COUNTED, *record_forms.COUNTED, *session_forms.COUNTED)
"""Presses that save something."""
