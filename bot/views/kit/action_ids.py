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
ACTION_REOPEN = "action_reopen"
HOLD_YES = "hold_yes"
HOLD_PARTLY = "hold_partly"
HOLD_SLIPPED = "hold_slipped"
HOLD_ANSWERED = "hold_answered"
HOLD_TALK = "hold_talk"
OF_ACTIONS = (
    *(ACTION_REOPEN, HOLD_YES, HOLD_PARTLY, HOLD_SLIPPED, HOLD_ANSWERED, HOLD_TALK),
    *(ACTION_UNDO, ACTION_PLAN, ACTION_BLOCKED, ACTION_NOT_MINE, ACTION_GO_ON, ACTION_WORKS, ACTION_NOT_YET),
    *(ACTION_SEE, ACTION_OFFER_HELP, ACTION_NEW_OWNER),
)
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
LOOK_UP_RIGHT = "look_up_right"
LOOK_UP_TALK = "look_up_talk"
ASK_TO_PHONE = "ask_to_phone"
SIMILAR = "incident_similar"
READ_WITH_CODE = "read_with_code"
WRITTEN_DOWN = "code_written_down"
OF_INCIDENTS = (
    *(TAKE, HAND_OVER, DECIDE, ASK_REPORTER, ANSWER, CLOSE_INCIDENT, REOPEN, SAME_AS),
    *(RESTRICT, LIFT_RESTRICTION, REDACT, LOOK_UP_NAME, SIMILAR),
    *(LOOK_UP_RIGHT, LOOK_UP_TALK, ASK_TO_PHONE),
)

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
ON_CALL_UNTIL = "on_call_until"
ON_CALL_TAKE_OVER = "on_call_take_over"
ON_CALL_HAND_OVER = "on_call_hand_over"
ON_CALL_ACCEPT = "on_call_accept"
ON_CALL_DECLINE = "on_call_decline"
ALERT_TEST_SEEN = "alert_test_seen"
OF_ROTA = (
    *(ON_CALL_UNTIL, ON_CALL_TAKE_OVER, ON_CALL_HAND_OVER, ON_CALL_ACCEPT, ON_CALL_DECLINE),
    ALERT_TEST_SEEN,
)
OPEN_WITH_REASON = "open_with_reason"
WRITE_LEARNING = "write_learning"
SEE_LEARNING = "see_learning"
APPROVE_LEARNING = "approve_learning"
SEND_BACK_LEARNING = "send_back_learning"
SEE_BULLETIN = "see_bulletin"
APPROVE_BULLETIN = "approve_bulletin"
SWAP_BULLETIN = "swap_bulletin"
SKIP_BULLETIN = "skip_bulletin"
BULLETIN_TRY = "bulletin_try"
BULLETIN_DO_ALREADY = "bulletin_do_already"
BULLETIN_NOT_FOR_US = "bulletin_not_for_us"
BULLETIN_HUDDLE = "bulletin_huddle"
CONSENT_READ = "consent_read"
CONSENT_FINE = "consent_fine"
CONSENT_PLEASE_NOT = "consent_please_not"
BULLETIN_CHANGE = "bulletin_change"
BULLETIN_TEAM = "bulletin_team"
BULLETIN_WRITE = "bulletin_write"
BULLETIN_READ_WORDS = "bulletin_read_words"
DIGEST_CHANGE = "digest_change"
DIGEST_SKIP = "digest_skip"
ON_DAY, ON_TIME = "weekday", "local_time"
"""Questions of a schedule: Slack tells of their answers at once."""
THEMES = "themes"
THEME_DAYS, THEME_TEAM, THEME_KIND = "theme_days", "theme_team", "theme_kind"
THEME_NAME, THEME_OPEN = "theme_name", "theme_open"
THEME_CHANGE, THEME_RETIRE = "theme_change", "theme_retire"
OF_THEMES = (THEMES, THEME_DAYS, THEME_TEAM, THEME_KIND, THEME_NAME, THEME_OPEN, THEME_CHANGE, THEME_RETIRE)
RECOMMENDATIONS = "recommendations"
RECOMMENDATION_OPEN, RECOMMENDATION_ADD = "recommendation_open", "recommendation_add"
RECOMMENDATION_DECIDE, RECOMMENDATION_PROOF = "recommendation_decide", "recommendation_proof"
OF_RECOMMENDATIONS = (
    *(RECOMMENDATIONS, RECOMMENDATION_OPEN, RECOMMENDATION_ADD),
    *(RECOMMENDATION_DECIDE, RECOMMENDATION_PROOF),
)
OF_LEARNING = (WRITE_LEARNING, SEE_LEARNING, APPROVE_LEARNING, SEND_BACK_LEARNING, *OF_THEMES, *OF_RECOMMENDATIONS)
OF_BULLETINS = (
    *(SEE_BULLETIN, APPROVE_BULLETIN, SWAP_BULLETIN, SKIP_BULLETIN),
    *(BULLETIN_TRY, BULLETIN_DO_ALREADY, BULLETIN_NOT_FOR_US, BULLETIN_HUDDLE, BULLETIN_WRITE, BULLETIN_READ_WORDS),
    *(BULLETIN_CHANGE, BULLETIN_TEAM, CONSENT_READ, CONSENT_FINE, CONSENT_PLEASE_NOT),
    *(DIGEST_CHANGE, DIGEST_SKIP, ON_DAY, ON_TIME),
)
REVIEW = "review"
REVIEW_WRITE = "review_write"
REVIEW_PEOPLE = "review_people"
REVIEW_GUIDE = "review_guide"
REVIEW_AGREE = "review_agree"
REVIEW_REOPEN = "review_reopen"
ACTION_FROM_REVIEW = "action_from_review"
LEARNING_FROM_REVIEW = "learning_from_review"
PATHWAY = "pathway"
REVIEW_RECORD = "review_record"
REVIEW_BOXES = "review_boxes"
RECORD_TERMS = "record_terms"
RECORD_DATE = "record_date"
RECORD_TIMELINE = "record_timeline"
RECORD_FACTOR = "record_factor"
RECORD_WENT_WELL = "record_went_well"
RECORD_IMPROVEMENT = "record_improvement"
RECORD_TAKE_OUT = "record_take_out"
ACTION_FROM_RECORD = "action_from_record"
SESSION = "session"
SESSION_PROPOSE = "session_propose"
SESSION_ACCEPT = "session_accept"
SESSION_DECLINE = "session_decline"
SESSION_THERE = "session_there"
SESSION_WRITE = "session_write"
SESSION_GUIDE = "session_guide"
SESSION_CHANGE = "session_change"
SESSION_CALL_OFF = "session_call_off"
DUTY = "incident_duty"
AFFECTED = "incident_affected"
SUPPORT_OFFERED, SUPPORT_DONE = "support_offered", "support_done"
OF_REVIEWS = (
    *(SESSION, SESSION_PROPOSE, SESSION_ACCEPT, SESSION_DECLINE, SESSION_THERE, SESSION_WRITE, SESSION_GUIDE),
    *(SESSION_CHANGE, SESSION_CALL_OFF),
    *(REVIEW_RECORD, REVIEW_BOXES, RECORD_TERMS, RECORD_DATE, RECORD_TIMELINE, RECORD_FACTOR, RECORD_WENT_WELL),
    *(RECORD_IMPROVEMENT, RECORD_TAKE_OUT, ACTION_FROM_RECORD),
    *(REVIEW, REVIEW_WRITE, REVIEW_PEOPLE, REVIEW_GUIDE, REVIEW_AGREE, REVIEW_REOPEN),
    *(ACTION_FROM_REVIEW, LEARNING_FROM_REVIEW, PATHWAY, DUTY, AFFECTED),
    *(SUPPORT_OFFERED, SUPPORT_DONE),
)
TAKE_NAMES_OUT = "take_names_out"
TAKE_NAMES_OUT_OF_FORM = "take_names_out_of_form"
CHANGE_DETAILS = "change_details"
NAME_CHOICE = "name_choice"
ANYONE_HURT = "anyone_hurt"
REPORT_TYPE = "report_type"
REPORT_KIND = "kind"
SAVE_FOR_LATER = "save_for_later"
GO_ON_WITH_DRAFT = "go_on_with_draft"
THROW_DRAFT_AWAY = "throw_draft_away"
PRACTISE = "practise"
FOR_REAL = "report_for_real"
OF_REPORT_FORM = (
    *(TAKE_NAMES_OUT, TAKE_NAMES_OUT_OF_FORM, CHANGE_DETAILS),
    *(SAVE_FOR_LATER, GO_ON_WITH_DRAFT, THROW_DRAFT_AWAY),
    *(ANYONE_HURT, REPORT_TYPE, REPORT_KIND, NAME_CHOICE),
    *(PRACTISE, FOR_REAL),
)
READ_THANK_YOU = "read_thank_you"
USEFUL_YES, USEFUL_NO = "useful_yes", "useful_no"
AGAIN_YES, AGAIN_NO = "again_yes", "again_no"
WHY_ANONYMOUS = "why_anonymous"
OF_OPINIONS = (USEFUL_YES, USEFUL_NO, AGAIN_YES, AGAIN_NO, WHY_ANONYMOUS)
REPORT_ABOUT = "report_about"
ALL_FIGURES = "all_figures"
FIRST_PAGE = "first_page"
SEND_PAPER = "send_paper"
SIGN_PAPER = "sign_paper"
FORUM_DECISION = "forum_decision"
OF_PAPERS = (FIRST_PAGE, SEND_PAPER, SIGN_PAPER, FORUM_DECISION)
STILL_AT_RISK = "still_at_risk"
"""No buttons but answers in the report form: Slack tells of them at once."""

BUTTONS = (
    *(REPORT_SOMETHING, OPEN_REPORT, MAKE_ACTION, ACTION_DONE, ACTION_MOVE, HELP),
    *(DANGER_TAKE, DANGER_DECLINE, DANGER_KEEP, DANGER_GIVE_BACK, DANGER_SAFE, DANGER_DOWNGRADE),
    *(DANGER_STILL_SO, STILL_AT_RISK),
    *(MY_REPORT, ADD_TO_REPORT, TAKE_BACK, SAFE_NOW_BY_REPORTER, READ_ANSWER, IT_HELPED, REPLY_TO_TEAM),
    *(READ_WITH_CODE, WRITTEN_DOWN),
    *OF_INCIDENTS,
    *(QUEUE_TEAM, QUEUE_MINE, QUEUE_ALL, QUEUE_NEXT, QUEUE_BACK, FIND_REFERENCE),
    *(ALL_OWN_REPORTS, ALL_OWN_ACTIONS, LIST_NEXT, LIST_BACK),
    *OF_ROTA,
    *OF_ACTIONS,
    *OF_LEARNING,
    *OF_BULLETINS,
    *OF_REVIEWS,
    *(REPORT_ABOUT, OPEN_WITH_REASON),
    *(ALL_FIGURES, *OF_PAPERS),
    *OF_REPORT_FORM,
    *OF_OPINIONS,
    READ_THANK_YOU,
)
