"""Who is on call: the buttons and forms of people on the rota."""

from bot.views.kit import action_ids
from handlers.bolt.listener import FormListener, Listeners, on_press
from handlers.service import alert_test_button, offer_form, rota_buttons, until_form

LISTENERS: Listeners = (
    on_press(action_ids.ON_CALL_UNTIL, until_form.from_home),
    FormListener(until_form.DIALOG),
    on_press(action_ids.ON_CALL_TAKE_OVER, rota_buttons.take_over_now),
    on_press(action_ids.ON_CALL_HAND_OVER, offer_form.from_home),
    FormListener(offer_form.DIALOG),
    on_press(action_ids.ON_CALL_ACCEPT, rota_buttons.accept),
    on_press(action_ids.ON_CALL_DECLINE, rota_buttons.decline),
    on_press(action_ids.ALERT_TEST_SEEN, alert_test_button.seen),
)
COUNTED = (
    *(action_ids.ON_CALL_TAKE_OVER, action_ids.ON_CALL_ACCEPT, action_ids.ON_CALL_DECLINE),
    action_ids.ALERT_TEST_SEEN,
)
"""Presses that save something."""
