"""I saw this, on a test alert: every copy says who was first."""

from bot.domain.service.alert_test import AlertTest
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.service.monthly_alert import copies_of_test, see_alert_test
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import Message, View
from bot.views.service import rota_screens
from bot.views.shared import alert_test_messages
from handlers.bolt.copies import redraw_each
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted
from storage.outbox.copies import MessageCopy


def seen(deps: Dependencies, press: Press) -> None:
    """Keep it, and redraw each copy by itself. Whoever may not is told so."""
    refused: View
    try:
        with counted(deps, action_ids.ALERT_TEST_SEEN):
            test = see_alert_test(deps.context, press.id, by=press.person, now=deps.context.clock.now())
    except NotForYou:
        refused = rota_screens.not_on_the_rota(deps.context.service)
    except NotFound:
        refused = refusals.not_found()
    else:
        redraw_each(deps, lambda: _drawn(deps, test))
        return
    show(deps, press, refused)


def _drawn(deps: Dependencies, test: AlertTest) -> list[tuple[MessageCopy, Message]]:
    message = alert_test_messages.asked(test, deps.context.service)
    return [(copy, message) for copy in copies_of_test(deps.context, test.id)]
