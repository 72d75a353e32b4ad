"""Actions: agreed with a form, answered by their owner, checked by somebody else, led by whoever agreed them."""

from bot.views.kit import action_ids
from handlers.actions import action_form, buttons, check_forms, hold_buttons, lead_forms, owner_forms, reopen_form
from handlers.bolt.listener import FormListener, Listeners, on_press

LISTENERS: Listeners = (
    on_press(action_ids.MAKE_ACTION, action_form.from_report),
    on_press(action_ids.ACTION_FROM_REVIEW, action_form.from_review),
    on_press(action_ids.ACTION_FROM_RECORD, action_form.from_record),
    FormListener(action_form.DIALOG),
    on_press(action_ids.ACTION_DONE, owner_forms.DONE.from_action),
    FormListener(owner_forms.DONE.dialog),
    on_press(action_ids.ACTION_MOVE, owner_forms.MOVE.from_action),
    FormListener(owner_forms.MOVE.dialog),
    on_press(action_ids.ACTION_PLAN, owner_forms.PLAN.from_action),
    FormListener(owner_forms.PLAN.dialog),
    on_press(action_ids.ACTION_BLOCKED, owner_forms.BLOCKED.from_action),
    FormListener(owner_forms.BLOCKED.dialog),
    on_press(action_ids.ACTION_NOT_MINE, owner_forms.NOT_MINE.from_action),
    FormListener(owner_forms.NOT_MINE.dialog),
    on_press(action_ids.ACTION_UNDO, buttons.undo),
    on_press(action_ids.ACTION_GO_ON, buttons.go_on),
    on_press(action_ids.ACTION_WORKS, check_forms.WORKS.from_message),
    FormListener(check_forms.WORKS.dialog),
    on_press(action_ids.ACTION_NOT_YET, check_forms.NOT_YET.from_message),
    FormListener(check_forms.NOT_YET.dialog),
    on_press(action_ids.ACTION_SEE, lead_forms.see),
    on_press(action_ids.ACTION_OFFER_HELP, buttons.offer_help),
    on_press(action_ids.ACTION_NEW_OWNER, lead_forms.new_owner),
    FormListener(lead_forms.DIALOG),
    on_press(action_ids.ACTION_REOPEN, reopen_form.from_news),
    FormListener(reopen_form.DIALOG),
    *hold_buttons.ANSWERS,
)
