"""Names that buttons go by between Slack and the program. They are kept: sent messages carry them for years."""

REPORT_SOMETHING = "report_something"
OPEN_REPORT = "open_report"
MAKE_ACTION = "make_action"
ACTION_DONE = "action_done"
ACTION_MOVE = "action_move"
HELP = "help"
MY_REPORT = "my_report"
ADD_TO_REPORT = "add_to_report"
TAKE_BACK = "take_back"
SAFE_NOW_BY_REPORTER = "nobody_at_risk_now"
READ_ANSWER = "read_answer"
IT_HELPED = "it_helped"
REPLY_TO_TEAM = "reply_to_team"
TAKE = "incident_take"
HAND_OVER = "incident_hand_over"
DECIDE = "incident_decide"
ASK_REPORTER = "incident_ask"
ANSWER = "incident_answer"
CLOSE_INCIDENT = "incident_close"
REOPEN = "incident_reopen"
SAME_AS = "incident_same_as"
RESTRICT = "incident_restrict"
LIFT_RESTRICTION = "incident_lift"
REDACT = "incident_redact"
LOOK_UP_NAME = "incident_look_up"
READ_WITH_CODE = "read_with_code"
WRITTEN_DOWN = "code_written_down"
OF_INCIDENTS = (
    *(TAKE, HAND_OVER, DECIDE, ASK_REPORTER, ANSWER, CLOSE_INCIDENT, REOPEN, SAME_AS),
    *(RESTRICT, LIFT_RESTRICTION, REDACT, LOOK_UP_NAME),
)

BUTTONS = (
    *(REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP),
    *(MY_REPORT, ADD_TO_REPORT, TAKE_BACK, SAFE_NOW_BY_REPORTER, READ_ANSWER, IT_HELPED, REPLY_TO_TEAM),
    *(READ_WITH_CODE, WRITTEN_DOWN),
    *OF_INCIDENTS,
)
