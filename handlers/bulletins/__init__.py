"""Bulletins: a draft is read and approved by a person."""

from bot.views.kit import action_ids
from handlers.bolt.listener import Listeners, on_press
from handlers.bulletins import draft_buttons

LISTENERS: Listeners = (
    on_press(action_ids.SEE_BULLETIN, draft_buttons.open_draft),
    on_press(action_ids.APPROVE_BULLETIN, draft_buttons.approve),
    on_press(action_ids.SWAP_BULLETIN, draft_buttons.swap),
    on_press(action_ids.SKIP_BULLETIN, draft_buttons.skip),
)
COUNTED = draft_buttons.COUNTED
"""Presses that save something."""
