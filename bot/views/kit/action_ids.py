"""Names that buttons go by between Slack and the program. They are kept: sent messages carry them for years."""

REPORT_SOMETHING = "report_something"
OPEN_REPORT = "open_report"
MAKE_ACTION = "make_action"
ACTION_DONE = "action_done"
ACTION_MOVE = "action_move"
HELP = "help"
WRITE_LEARNING = "write_learning"
SEE_LEARNING = "see_learning"
APPROVE_LEARNING = "approve_learning"
SEND_BACK_LEARNING = "send_back_learning"
SEE_BULLETIN = "see_bulletin"
APPROVE_BULLETIN = "approve_bulletin"
SWAP_BULLETIN = "swap_bulletin"
SKIP_BULLETIN = "skip_bulletin"
_LEARNING = (WRITE_LEARNING, SEE_LEARNING, APPROVE_LEARNING, SEND_BACK_LEARNING)
_BULLETINS = (SEE_BULLETIN, APPROVE_BULLETIN, SWAP_BULLETIN, SKIP_BULLETIN)

BUTTONS = (REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP, *_LEARNING, *_BULLETINS)
