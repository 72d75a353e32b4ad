"""Reports: sent with a form, opened and written to by their reporter."""

from bot.views.kit import action_ids
from handlers.bolt.listener import (
    FormListener,
    Listener,
    Listeners,
    Source,
    on_choice,
    on_closed,
    on_press,
    on_shortcut,
)
from handlers.reports import (
    add_form,
    answers_so_far,
    claim_code_form,
    claim_thread_form,
    drafts,
    my_report,
    names_out,
    names_out_while_open,
    opinion_buttons,
    own_entries,
    practice_form,
    reply_form,
    report_form,
    take_back_form,
    thank_you,
    written_down_form,
)

LISTENERS: Listeners = (
    on_press(action_ids.REPORT_SOMETHING, report_form.from_button),
    on_press(action_ids.PRACTISE, practice_form.open_practice),
    FormListener(practice_form.DIALOG),
    on_choice(action_ids.FOR_REAL, practice_form.make_real),
    on_shortcut("report_anywhere", report_form.from_command),
    on_shortcut("report_message", report_form.from_message),
    FormListener(report_form.DIALOG),
    on_choice(action_ids.STILL_AT_RISK, answers_so_far.chosen),
    on_choice(action_ids.REPORT_ABOUT, answers_so_far.chosen),
    on_choice(action_ids.NAME_CHOICE, answers_so_far.chosen),
    on_choice(action_ids.ANYONE_HURT, answers_so_far.chosen),
    on_choice(action_ids.REPORT_TYPE, answers_so_far.chosen),
    on_choice(action_ids.REPORT_KIND, answers_so_far.chosen),
    on_choice(action_ids.CHANGE_DETAILS, answers_so_far.change_details),
    on_choice(action_ids.SAVE_FOR_LATER, drafts.save_for_later),
    on_closed(report_form.DIALOG.name, drafts.closed),
    *(
        Listener(Source.ACTION, action, drafts.draft_press, run)
        for action, run in (
            (action_ids.GO_ON_WITH_DRAFT, drafts.go_on),
            (action_ids.THROW_DRAFT_AWAY, drafts.throw_away),
        )
    ),
    on_choice(action_ids.TAKE_NAMES_OUT_OF_FORM, names_out_while_open.from_form),
    on_press(action_ids.TAKE_NAMES_OUT, names_out.from_receipt),
    on_press(action_ids.MY_REPORT, my_report.open_own),
    on_press(action_ids.READ_ANSWER, my_report.open_own),
    on_press(action_ids.SAFE_NOW_BY_REPORTER, own_entries.nobody_at_risk_now),
    on_press(action_ids.IT_HELPED, own_entries.it_helped),
    *(
        on_press(action, opinion_buttons.pressed(action))
        for action in (
            action_ids.USEFUL_YES,
            action_ids.USEFUL_NO,
            action_ids.AGAIN_YES,
            action_ids.AGAIN_NO,
        )
    ),
    on_press(action_ids.READ_THANK_YOU, thank_you.read),
    on_press(action_ids.WHY_ANONYMOUS, opinion_buttons.chose_why),
    on_press(action_ids.ADD_TO_REPORT, add_form.from_report),
    FormListener(add_form.DIALOG),
    on_press(action_ids.TAKE_BACK, take_back_form.from_report),
    FormListener(take_back_form.DIALOG),
    on_press(action_ids.REPLY_TO_TEAM, reply_form.from_report),
    FormListener(reply_form.DIALOG),
    on_press(action_ids.READ_WITH_CODE, claim_code_form.open_form),
    FormListener(claim_code_form.DIALOG),
    FormListener(claim_thread_form.DIALOG),
    on_press(action_ids.WRITTEN_DOWN, written_down_form.from_receipt),
    FormListener(written_down_form.DIALOG),
)
