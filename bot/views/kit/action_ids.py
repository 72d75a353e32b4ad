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

DANGER_TAKE = "danger_take"
DANGER_DECLINE = "danger_decline"
DANGER_KEEP = "danger_keep"
DANGER_GIVE_BACK = "danger_give_back"
DANGER_SAFE = "danger_safe"
DANGER_DOWNGRADE = "danger_downgrade"
DANGER_STILL_SO = "danger_still_so"
STILL_AT_RISK = "still_at_risk"
"""No button but the answer in the report form: Slack tells of it at once."""

BUTTONS = (
    *(REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP),
    *(DANGER_TAKE, DANGER_DECLINE, DANGER_KEEP, DANGER_GIVE_BACK, DANGER_SAFE, DANGER_DOWNGRADE),
    *(DANGER_STILL_SO, STILL_AT_RISK),
    *(QUEUE_TEAM, QUEUE_MINE, QUEUE_ALL, QUEUE_NEXT, QUEUE_BACK, FIND_REFERENCE),
    *(ALL_OWN_REPORTS, ALL_OWN_ACTIONS, LIST_NEXT, LIST_BACK),
)
