"""Which listener answers what. Every command, button, form and event of the app is named here."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.metrics import Metrics
from bot.usecases.house import House
from bot.views import names
from handlers import homes
from handlers.answering import Answering, Dialog
from handlers.dialogs import DIALOGS
from handlers.opening import Opening

FORMS = (*(dialog.NAME for dialog in DIALOGS), names.ACTION_DONE)
"""What people send that is saved."""
_log = logging.getLogger("candour.listeners")


def register(app: App, house: House, metrics: Metrics, *, command: str) -> None:
    """Give every listener to Bolt."""
    opening, answering = Opening(house, metrics), Answering(house, metrics)
    app.command(command)(opening.from_command)
    app.action(names.REPORT_SOMETHING)(opening.from_button)
    app.action(names.OPEN_REPORT)(opening.opened_report)
    app.action(names.MAKE_ACTION)(opening.action_form)
    app.action(names.ACTION_MOVE)(opening.move_form)
    app.action(names.ACTION_DONE)(answering.done)
    for dialog in DIALOGS:
        app.view(dialog.NAME)(_sent(answering, dialog))
    app.event("app_home_opened")(_home(house))
    app.error(_failed)


def _sent(answering: Answering, dialog: Dialog) -> Callable[..., None]:
    def listener(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        answering.sent(dialog, ack, body, client)

    return listener


def _home(house: House) -> Callable[..., None]:
    def listener(event: dict[str, Any], client: WebClient) -> None:
        homes.opened(house, event, client)

    return listener


def _failed(error: Exception, body: dict[str, Any]) -> None:
    """Log what failed and where, never what it was about: a trace or a message could hold a narrative."""
    _log.error("a listener failed: %s in %s, id %s", type(error).__name__, body.get("type"), uuid4())
