"""Figures, and the papers of forums."""

from bot.views.kit import action_ids
from handlers.bolt.listener import Listeners, on_press
from handlers.evidence import figures, papers

LISTENERS: Listeners = (
    on_press(action_ids.ALL_FIGURES, figures.show),
    on_press(action_ids.FIRST_PAGE, papers.first_page),
)
