"""One file for each dialog. To add one: write the file, and name it in `DIALOGS`."""

from handlers.dialogs import action, move_date, report

DIALOGS = (report, action, move_date)
