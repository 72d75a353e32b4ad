"""Everything that people can press, send or write stands here with the act that it is judged by, or why by none."""

import pytest

from bot.domain.sensitivity import CONCERNS
from bot.domain.service.access import TABLE, Act, Standing
from handlers.listeners import LISTENERS

ANYBODY = "anybody"
"""Shows only what is one's own, or opens a form that is judged when it is sent."""
OWNER = "the owner of the action"
"""No standing to an incident: the action itself says who owns it."""
CHECKER = "the checker of the action, or whoever may agree one"
"""The action itself says who checks it. Its owner never does."""

INVITED = "whoever is invited to the session, or leads it"
"""The session itself says whom. Nobody who is part of the incident."""
PROPOSER = "the lead of the review, or whoever writes learning points; then the lead of the session"

WARD = "whoever is in the channel of the ward"
"""Nothing is shown, and nobody is to be known by an answer."""
CODE = "whoever has the claim code"
"""Nobody is known, and nobody is judged."""

DRAFT = "whoever began it"
"""A report that was not sent says itself whose it is. Nobody else reads it, throws it away or sends it."""

JUDGED_BY: dict[tuple[str, str], Act | str] = {
    ("command", "/incident"): Act.REPORT,
    ("action", "help"): ANYBODY,
    ("shortcut", "report_anywhere"): Act.REPORT,
    ("shortcut", "report_message"): Act.REPORT,
    ("action", "report_something"): Act.REPORT,
    ("view", "report"): Act.REPORT,
    ("action", "practise"): ANYBODY,
    ("view", "practice"): ANYBODY,
    ("action", "report_for_real"): Act.REPORT,
    ("action", "still_at_risk"): Act.REPORT,
    ("action", "report_about"): Act.REPORT,
    ("action", "anyone_hurt"): Act.REPORT,
    ("action", "report_type"): Act.REPORT,
    ("action", "kind"): Act.REPORT,
    ("action", "name_choice"): Act.REPORT,
    ("action", "change_details"): Act.REPORT,
    ("action", "take_names_out_of_form"): Act.REPORT,
    ("action", "save_for_later"): DRAFT,
    ("closed", "report"): DRAFT,
    ("action", "go_on_with_draft"): DRAFT,
    ("action", "throw_draft_away"): DRAFT,
    ("action", "take_names_out"): Act.WRITE_TO_OWN_REPORT,
    ("action", "my_report"): Act.READ_OWN_REPORT,
    ("action", "read_answer"): Act.READ_OWN_REPORT,
    ("action", "nobody_at_risk_now"): Act.WRITE_TO_OWN_REPORT,
    ("action", "it_helped"): Act.WRITE_TO_OWN_REPORT,
    **{("action", each): Act.WRITE_TO_OWN_REPORT for each in ("useful_yes", "useful_no", "again_yes", "again_no")},
    ("action", "why_anonymous"): CODE,
    ("action", "read_thank_you"): ANYBODY,
    ("action", "add_to_report"): Act.WRITE_TO_OWN_REPORT,
    ("view", "add_to_report"): Act.WRITE_TO_OWN_REPORT,
    ("action", "take_back"): Act.WRITE_TO_OWN_REPORT,
    ("view", "take_back_report"): Act.WRITE_TO_OWN_REPORT,
    ("action", "reply_to_team"): Act.WRITE_TO_OWN_REPORT,
    ("view", "reply_to_team"): Act.WRITE_TO_OWN_REPORT,
    ("action", "read_with_code"): CODE,
    ("view", "claim_code"): CODE,
    ("view", "claim_thread"): CODE,
    ("action", "code_written_down"): CODE,
    ("view", "written_down"): CODE,
    ("action", "open_report"): Act.READ_WORDS,
    ("action", "find_reference"): ANYBODY,
    ("view", "find"): Act.FIND,
    ("action", "incident_take"): Act.TAKE,
    ("action", "incident_close"): Act.CLOSE,
    ("action", "incident_reopen"): Act.CLOSE,
    ("action", "incident_restrict"): Act.RESTRICT,
    ("action", "incident_decide"): Act.DECIDE,
    ("view", "decide"): Act.DECIDE,
    ("action", "incident_duty"): Act.DECIDE,
    ("action", "support_offered"): Act.SAY_SUPPORT,
    ("action", "support_done"): Act.SAY_SUPPORT,
    ("action", "incident_affected"): Act.DECIDE,
    ("view", "people_affected"): Act.DECIDE,
    ("action", "incident_ask"): Act.CONVERSE,
    ("view", "ask_reporter"): Act.CONVERSE,
    ("action", "incident_answer"): Act.CONVERSE,
    ("view", "answer_reporter"): Act.CONVERSE,
    ("action", "incident_hand_over"): Act.HAND_OVER,
    ("view", "hand_over"): Act.HAND_OVER,
    ("action", "incident_same_as"): Act.MERGE,
    ("view", "same_as"): Act.MERGE,
    ("action", "incident_lift"): Act.LIFT_RESTRICTION,
    ("view", "lift_restriction"): Act.LIFT_RESTRICTION,
    ("action", "incident_look_up"): Act.LOOK_UP_NAME,
    ("view", "look_up_name"): Act.LOOK_UP_NAME,
    ("action", "look_up_right"): Act.REVIEW_LOOK_UP,
    ("action", "look_up_talk"): Act.REVIEW_LOOK_UP,
    ("action", "ask_to_phone"): Act.ASK_TO_PHONE,
    ("action", "incident_redact"): Act.REDACT,
    ("action", "incident_similar"): Act.FIND,
    ("view", "redact"): Act.REDACT,
    ("action", "open_with_reason"): Act.BREAK_GLASS,
    ("view", "open_with_reason"): Act.BREAK_GLASS,
    ("action", "danger_take"): Act.TAKE_DANGER,
    ("action", "danger_keep"): Act.TAKE_DANGER,
    ("action", "danger_give_back"): Act.TAKE_DANGER,
    ("action", "danger_decline"): Act.TAKE_DANGER,
    ("action", "danger_still_so"): Act.WRITE_TO_OWN_REPORT,
    ("action", "danger_safe"): Act.END_DANGER,
    ("view", "safe_now"): Act.END_DANGER,
    ("action", "danger_downgrade"): Act.DOWNGRADE_DANGER,
    ("view", "no_danger"): Act.DOWNGRADE_DANGER,
    ("action", "make_action"): Act.AGREE_ACTION,
    ("view", "action"): Act.AGREE_ACTION,
    ("action", "write_learning"): Act.WRITE_LEARNING,
    ("view", "learning"): Act.WRITE_LEARNING,
    ("action", "see_learning"): Act.WRITE_LEARNING,
    ("action", "approve_learning"): Act.WRITE_LEARNING,
    ("action", "send_back_learning"): Act.WRITE_LEARNING,
    **{("action", each): Act.KEEP_RECOMMENDATIONS for each in ("recommendations", "recommendation_open")},
    **{
        (source, f"recommendation_{what}"): Act.KEEP_RECOMMENDATIONS
        for source in ("action", "view")
        for what in ("add", "decide", "proof")
    },
    **{
        ("action", each): Act.KEEP_THEMES
        for each in ("themes", "theme_days", "theme_team", "theme_kind", "theme_open")
    },
    **{
        (source, f"theme_{what}"): Act.KEEP_THEMES
        for source in ("action", "view")
        for what in ("name", "change", "retire")
    },
    ("action", "review"): Act.READ_REVIEW,
    ("action", "review_write"): Act.READ_REVIEW,
    ("view", "review"): Act.WRITE_REVIEW,
    ("action", "review_people"): Act.LEAD_REVIEW,
    ("view", "review_people"): Act.LEAD_REVIEW,
    ("action", "review_guide"): ANYBODY,
    ("action", "review_agree"): Act.LEAD_REVIEW,
    ("action", "review_reopen"): Act.LEAD_REVIEW,
    ("action", "action_from_review"): Act.AGREE_ACTION,
    ("action", "learning_from_review"): Act.WRITE_LEARNING,
    ("action", "review_record"): Act.READ_REVIEW,
    ("action", "review_boxes"): Act.READ_REVIEW,
    **{
        (source, f"record_{kind}"): Act.WRITE_REVIEW
        for source in ("action", "view")
        for kind in ("timeline", "factor", "went_well", "improvement")
    },
    **{(source, f"record_{kind}"): Act.LEAD_REVIEW for source in ("action", "view") for kind in ("terms", "date")},
    ("action", "record_take_out"): Act.WRITE_REVIEW,
    ("action", "action_from_record"): Act.AGREE_ACTION,
    ("action", "session_propose"): PROPOSER,
    ("view", "session"): PROPOSER,
    **{("action", f"session{what}"): INVITED for what in ("", "_accept", "_decline", "_there", "_write")},
    **{("view", f"session_{what}"): INVITED for what in ("there", "notes")},
    ("action", "session_guide"): ANYBODY,
    ("action", "session_change"): PROPOSER,
    ("action", "session_call_off"): PROPOSER,
    ("action", "pathway"): Act.SEE_PATHWAY,
    ("action", "see_bulletin"): Act.APPROVE_BULLETIN,
    ("action", "approve_bulletin"): Act.APPROVE_BULLETIN,
    ("action", "swap_bulletin"): Act.APPROVE_BULLETIN,
    ("action", "skip_bulletin"): Act.APPROVE_BULLETIN,
    **{("action", f"bulletin_{answer}"): WARD for answer in ("try", "do_already", "not_for_us", "huddle", "write")},
    ("view", "bulletin_words"): WARD,
    ("action", "consent_read"): Act.READ_OWN_REPORT,
    ("action", "consent_fine"): Act.WRITE_TO_OWN_REPORT,
    ("action", "consent_please_not"): Act.WRITE_TO_OWN_REPORT,
    ("action", "bulletin_change"): Act.CHANGE_BULLETIN,
    ("action", "bulletin_team"): Act.CHANGE_BULLETIN,
    ("view", "bulletin_schedule"): Act.CHANGE_BULLETIN,
    ("action", "bulletin_read_words"): Act.READ_WRITTEN_BACK,
    ("action", "digest_change"): Act.READ_DIGEST,
    ("action", "digest_skip"): Act.READ_DIGEST,
    ("view", "digest_schedule"): Act.READ_DIGEST,
    ("action", "weekday"): ANYBODY,
    ("action", "local_time"): ANYBODY,
    ("action", "action_done"): OWNER,
    ("action", "action_move"): OWNER,
    ("view", "move_date"): OWNER,
    ("view", "done"): OWNER,
    ("action", "action_undo"): OWNER,
    ("action", "action_plan"): OWNER,
    ("view", "plan_day"): OWNER,
    ("action", "action_blocked"): OWNER,
    ("view", "blocked"): OWNER,
    ("action", "action_not_mine"): OWNER,
    ("view", "not_mine"): OWNER,
    ("action", "action_go_on"): OWNER,
    ("action", "action_works"): CHECKER,
    ("view", "it_works"): CHECKER,
    ("action", "action_not_yet"): CHECKER,
    ("view", "not_yet"): CHECKER,
    ("action", "action_see"): Act.AGREE_ACTION,
    ("action", "action_offer_help"): Act.AGREE_ACTION,
    ("action", "action_new_owner"): Act.AGREE_ACTION,
    ("view", "new_owner"): Act.AGREE_ACTION,
    ("action", "action_reopen"): Act.AGREE_ACTION,
    ("view", "reopen_action"): Act.AGREE_ACTION,
    **{("action", f"hold_{answer}"): WARD for answer in ("yes", "partly", "slipped", "answered", "talk")},
    ("action", "on_call_until"): Act.BE_ON_CALL,
    ("view", "on_call_until"): Act.BE_ON_CALL,
    ("action", "on_call_take_over"): Act.BE_ON_CALL,
    ("action", "on_call_hand_over"): Act.BE_ON_CALL,
    ("view", "on_call_hand_over"): Act.BE_ON_CALL,
    ("action", "on_call_accept"): Act.BE_ON_CALL,
    ("action", "on_call_decline"): Act.BE_ON_CALL,
    ("action", "alert_test_seen"): Act.SEE_TEST,
    ("action", "all_figures"): Act.READ_FIGURES,
    ("action", "first_page"): Act.READ_FIGURES,
    ("action", "send_paper"): Act.READ_FIGURES,
    ("action", "sign_paper"): Act.SIGN_PAPER,
    ("view", "sign_paper"): Act.SIGN_PAPER,
    ("action", "forum_decision"): Act.SIGN_PAPER,
    ("view", "forum_decision"): Act.SIGN_PAPER,
    ("event", "app_home_opened"): ANYBODY,
    ("action", "queue_all"): Act.FIND,
    ("action", "queue_mine"): Act.FIND,
    ("action", "queue_team"): Act.FIND,
    ("action", "queue_next"): Act.FIND,
    ("action", "queue_back"): Act.FIND,
    ("action", "all_own_reports"): ANYBODY,
    ("action", "all_own_actions"): ANYBODY,
    ("action", "list_next"): ANYBODY,
    ("action", "list_back"): ANYBODY,
    ("event", "message.im"): ANYBODY,
    ("event", "app_mention"): ANYBODY,
}
WITHOUT_A_LISTENER = {Act.READ_NAMES}
"""It is part of opening."""


def test_every_listener_has_its_act_and_no_act_is_without_one():
    assert {(str(each.source), each.name) for each in LISTENERS} == set(JUDGED_BY)
    assert {act for act in JUDGED_BY.values() if isinstance(act, Act)} == set(Act) - WITHOUT_A_LISTENER


@pytest.mark.parametrize("act", sorted({act for act in JUDGED_BY.values() if isinstance(act, Act)}))
def test_each_act_of_a_listener_is_in_the_table_of_every_sensitivity(act):
    """But for what nobody may do with a concern."""
    without = {sensitivity for sensitivity, table in TABLE.items() if not table[act]}
    assert without == (CONCERNS if act in OF_NO_CONCERN else set())


OF_NO_CONCERN = {
    *(Act.MERGE, Act.RESTRICT, Act.LIFT_RESTRICTION, Act.BREAK_GLASS),
    *(Act.READ_REVIEW, Act.WRITE_REVIEW, Act.LEAD_REVIEW, Act.SAY_SUPPORT),
}


def test_guests_and_every_member_report_and_read_their_own():
    for table in TABLE.values():
        assert table[Act.REPORT] == {Standing.ANYBODY}
        assert table[Act.READ_OWN_REPORT] == table[Act.WRITE_TO_OWN_REPORT] == {Standing.REPORTER}
