"""Names that buttons go by between Slack and the program. They are kept: sent messages carry them for years."""

REPORT_SOMETHING = "report_something"
OPEN_REPORT = "open_report"
MAKE_ACTION = "make_action"
ACTION_DONE = "action_done"
ACTION_MOVE = "action_move"
HELP = "help"
ACTION_UNDO = "action_undo"
ACTION_PLAN = "action_plan"
ACTION_BLOCKED = "action_blocked"
ACTION_NOT_MINE = "action_not_mine"
ACTION_GO_ON = "action_go_on"
ACTION_WORKS = "action_works"
ACTION_NOT_YET = "action_not_yet"
ACTION_SEE = "action_see"
ACTION_OFFER_HELP = "action_offer_help"
ACTION_NEW_OWNER = "action_new_owner"
OF_ACTIONS = (
    *(ACTION_UNDO, ACTION_PLAN, ACTION_BLOCKED, ACTION_NOT_MINE, ACTION_GO_ON, ACTION_WORKS, ACTION_NOT_YET),
    *(ACTION_SEE, ACTION_OFFER_HELP, ACTION_NEW_OWNER),
)

BUTTONS = (REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP, *OF_ACTIONS)
