"""Bulletins: a draft is read and approved by a person, and its team answers what was posted."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_choice, on_press
from handlers.bulletins import (
    answer_buttons,
    consent_buttons,
    day_fields,
    digest_form,
    draft_buttons,
    schedule_form,
    words_form,
)

LISTENERS: Listeners = (
    on_press(action_ids.SEE_BULLETIN, draft_buttons.open_draft),
    on_press(action_ids.APPROVE_BULLETIN, draft_buttons.approve),
    on_press(action_ids.SWAP_BULLETIN, draft_buttons.swap),
    on_press(action_ids.SKIP_BULLETIN, draft_buttons.skip),
    *answer_buttons.ANSWERS,
    on_press(action_ids.BULLETIN_WRITE, words_form.open_form),
    FormListener(words_form.DIALOG),
    on_press(action_ids.CONSENT_READ, consent_buttons.read_words),
    *consent_buttons.ANSWERS,
    on_press(action_ids.BULLETIN_CHANGE, schedule_form.open_form),
    on_press(action_ids.BULLETIN_TEAM, schedule_form.choose_team),
    FormListener(schedule_form.DIALOG),
    on_press(action_ids.BULLETIN_READ_WORDS, answer_buttons.read_words),
    on_press(action_ids.DIGEST_CHANGE, digest_form.open_form),
    on_press(action_ids.DIGEST_SKIP, digest_form.skip),
    FormListener(digest_form.DIALOG),
    on_choice(action_ids.ON_DAY, day_fields.chosen),
    on_choice(action_ids.ON_TIME, day_fields.chosen),
)
COUNTED = draft_buttons.COUNTED
"""Presses that save something."""
