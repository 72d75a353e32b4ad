"""Names that buttons go by between Slack and the program. They are kept: sent messages carry them for years."""

REPORT_SOMETHING = "report_something"
OPEN_REPORT = "open_report"
MAKE_ACTION = "make_action"
ACTION_DONE = "action_done"
ACTION_MOVE = "action_move"
HELP = "help"

BUTTONS = (REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP)
