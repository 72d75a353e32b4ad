"""Registers what each subject lists in its `LISTENERS` with Bolt.

Slack is answered first, within its 3 seconds; what takes longer comes afterwards, on threads of its own. Only a form
that is sent is answered last: its answer says that it was saved.
"""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from functools import partial
from typing import Any
from uuid import uuid4

from slack_bolt import Ack, App

from bot.views.kit import action_ids
from handlers import actions, home, reports
from handlers.bolt import payloads
from handlers.bolt.listener import Dependencies, Dialog, FormListener, Listener, Listeners, Source
from handlers.bolt.submissions import Submissions

LISTENERS: Listeners = (*reports.LISTENERS, *actions.LISTENERS, *home.LISTENERS)
DIALOGS: tuple[Dialog, ...] = tuple(each.dialog for each in LISTENERS if isinstance(each, FormListener))
FORMS = (*(dialog.name for dialog in DIALOGS), action_ids.ACTION_DONE)
"""What people send that is saved."""
_log = logging.getLogger("candour.listeners")
Body = Mapping[str, Any]
BoltListener = Callable[..., None]


def register(app: App, deps: Dependencies, afterwards: Executor, *, command: str) -> None:
    """Give every listener to Bolt. The command is called what the settings say."""
    submissions = Submissions(deps)
    forms_first = sorted(LISTENERS, key=lambda each: each.source is not Source.VIEW)
    for listener in forms_first:  # Bolt asks its listeners one after the other, and these answer last.
        match listener:
            case FormListener():
                app.view(listener.name)(_acknowledged_last(submissions, listener.dialog, afterwards))
            case Listener():
                name = command if listener.source is Source.COMMAND else listener.name
                _door(app, listener.source)(name)(_acknowledged_first(listener, deps, afterwards))
    app.error(_failed)


def _door(app: App, source: Source) -> Callable[[str], Callable[..., Any]]:
    return {Source.COMMAND: app.command, Source.ACTION: app.action, Source.VIEW: app.view, Source.EVENT: app.event}[
        source
    ]


def _acknowledged_first(listener: Listener, deps: Dependencies, afterwards: Executor) -> BoltListener:
    def work(body: Body) -> None:
        listener.run(deps, listener.read(body))

    def acknowledge(ack: Ack, body: Body) -> None:
        ack()
        afterwards.submit(_carefully, partial(work, body), body)

    return acknowledge


def _acknowledged_last(submissions: Submissions, dialog: Dialog, afterwards: Executor) -> BoltListener:
    def save(ack: Ack, body: Body) -> None:
        then = submissions.on_submit(dialog, payloads.submission(body), ack)
        if then is not None:
            afterwards.submit(_carefully, then, body)

    return save


def _carefully(work: Callable[[], None], body: Body) -> None:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - nobody waits for this thread: the log is where it shows
        _failed(error, body)


def _failed(error: Exception, body: Body) -> None:
    """Log what failed and where, never what it was about: a trace or a message could hold a narrative."""
    failure = {"error": type(error).__name__, "place": body.get("type"), "id": uuid4()}
    _log.error("a listener failed: %(error)s in %(place)s, id %(id)s", failure)
