"""Which listener answers what. Every command, button, form and event of the app is named here.

Slack is answered first, within its 3 seconds; what takes longer comes afterwards, on threads of its own. Only a form
that is sent is answered last: its answer says that it was saved.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from typing import Any
from uuid import uuid4

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.domain.values import code_of
from bot.runtime.metrics import Metrics
from bot.usecases.context import Context
from bot.views.kit import action_ids
from handlers import home
from handlers.bolt.modals import Opening
from handlers.bolt.submissions import Answering, Dialog
from handlers.dialogs import DIALOGS

FORMS = (*(dialog.NAME for dialog in DIALOGS), action_ids.ACTION_DONE)
"""What people send that is saved."""
_log = logging.getLogger("candour.listeners")
Body = dict[str, Any]
Work = Callable[[Body, WebClient], None]
Listener = Callable[..., None]


def register(app: App, context: Context, metrics: Metrics, afterwards: Executor, *, command: str) -> None:
    """Give every listener to Bolt."""
    opening, answering = Opening(context, metrics), Answering(context, metrics)
    later = partial(_later, afterwards)
    for dialog in DIALOGS:  # First: Bolt asks its listeners one after the other, and these answer last.
        app.view(dialog.NAME)(_sent(afterwards, answering, dialog))
    app.command(command)(later(opening.from_command))
    app.action(action_ids.REPORT_SOMETHING)(later(opening.from_button))
    app.action(action_ids.OPEN_REPORT)(later(opening.opened_report))
    app.action(action_ids.MAKE_ACTION)(later(opening.action_form))
    app.action(action_ids.ACTION_MOVE)(later(opening.move_form))
    app.action(action_ids.ACTION_DONE)(later(answering.done))
    app.event("app_home_opened")(later(partial(home.opened, context)))
    app.error(_failed)


def _later(afterwards: Executor, work: Work) -> Listener:
    def listener(ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        afterwards.submit(_carefully, work, body, client)

    return listener


def _sent(afterwards: Executor, answering: Answering, dialog: Dialog) -> Listener:
    def listener(ack: Ack, body: Body, client: WebClient) -> None:
        if answering.sent(dialog, ack, body, client):
            afterwards.submit(_carefully, answering.redraw, body, client)

    return listener


def _carefully(work: Work, body: Body, client: WebClient) -> None:
    try:
        work(body, client)
    except Exception as error:  # noqa: BLE001 - nobody waits for this thread: the log is where it shows
        _failed(error, body)


def _failed(error: Exception, body: Body) -> None:
    """Log what failed and where, never what it was about: a trace or a message could hold a narrative."""
    failure = {"error": type(error).__name__, "place": code_of(body.get("type")), "id": uuid4()}
    _log.error("a listener failed: %(error)s in %(place)s, id %(id)s", failure)
