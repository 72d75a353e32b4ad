"""Names that buttons go by between Slack and the program. They are kept: sent messages carry them for years."""

REPORT_SOMETHING = "report_something"
OPEN_REPORT = "open_report"
MAKE_ACTION = "make_action"
ACTION_DONE = "action_done"
ACTION_MOVE = "action_move"
HELP = "help"

QUEUE_TEAM = "queue_team"
QUEUE_MINE = "queue_mine"
QUEUE_ALL = "queue_all"
QUEUE_NEXT = "queue_next"
QUEUE_BACK = "queue_back"
FIND_REFERENCE = "find_reference"
ALL_OWN_REPORTS = "all_own_reports"
ALL_OWN_ACTIONS = "all_own_actions"
LIST_NEXT = "list_next"
LIST_BACK = "list_back"

BUTTONS = (
    *(REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP),
    *(QUEUE_TEAM, QUEUE_MINE, QUEUE_ALL, QUEUE_NEXT, QUEUE_BACK, FIND_REFERENCE),
    *(ALL_OWN_REPORTS, ALL_OWN_ACTIONS, LIST_NEXT, LIST_BACK),
)
