"""One file for each dialog. To add one: write the file, and name it in `DIALOGS`."""

from handlers.actions import action_form, move_date_form
from handlers.reports import report_form

DIALOGS = (report_form, action_form, move_date_form)
