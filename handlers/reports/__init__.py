"""Reports: sent with a form, opened from a card."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_choice, on_press
from handlers.reports import answers_so_far, opened_report, report_form

LISTENERS: Listeners = (
    on_press(action_ids.REPORT_SOMETHING, report_form.from_button),
    FormListener(report_form.DIALOG),
    on_choice(action_ids.STILL_AT_RISK, answers_so_far.chosen),
    on_choice(action_ids.REPORT_ABOUT, answers_so_far.chosen),
    on_press(action_ids.OPEN_REPORT, opened_report.from_card),
)
