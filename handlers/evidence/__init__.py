"""Figures, and the papers of forums."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.evidence import decision_form, figures, papers, send_paper, sign_form

LISTENERS: Listeners = (
    on_press(action_ids.ALL_FIGURES, figures.show),
    on_press(action_ids.FIRST_PAGE, papers.first_page),
    on_press(action_ids.SEND_PAPER, send_paper.from_message),
    on_press(action_ids.SIGN_PAPER, sign_form.from_message),
    FormListener(sign_form.DIALOG),
    on_press(action_ids.FORUM_DECISION, decision_form.from_message),
    FormListener(decision_form.DIALOG),
)
