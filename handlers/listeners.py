"""Registers what each subject lists in its `LISTENERS` with Bolt, and what answers where nobody listens.

Slack is answered first, within its 3 seconds; what takes longer comes afterwards, on threads of its own. Only a form
that is sent is answered last: its answer says that it was saved.
"""

import logging
import re
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from slack_bolt import Ack, App

from bot.views.kit import action_ids, refusals
from handlers import (
    actions,
    bulletins,
    command,
    evidence,
    home,
    incidents,
    learning,
    own_lists,
    reports,
    reviews,
    service,
    written_messages,
)
from handlers.bolt import payloads
from handlers.bolt.listener import AnyListener, Dependencies, Dialog, FormListener, Listener, Listeners, Source
from handlers.bolt.modals import show
from handlers.bolt.replies import tell
from handlers.bolt.submissions import Submissions, refuse
from handlers.incidents.redraw import redraw_everywhere

LISTENERS: Listeners = (
    *command.LISTENERS,
    *reports.LISTENERS,
    *incidents.LISTENERS,
    *actions.LISTENERS,
    *reviews.LISTENERS,
    *learning.LISTENERS,
    *bulletins.LISTENERS,
    *service.LISTENERS,
    *evidence.LISTENERS,
    *home.LISTENERS,
    *own_lists.LISTENERS,
    *written_messages.LISTENERS,
)
DIALOGS: tuple[Dialog, ...] = tuple(each.dialog for each in LISTENERS if isinstance(each, FormListener))
_PRESSES = (
    *(action_ids.SAFE_NOW_BY_REPORTER, action_ids.IT_HELPED),
    *(action_ids.DANGER_TAKE, action_ids.DANGER_KEEP, action_ids.DANGER_DECLINE, action_ids.DANGER_GIVE_BACK),
    action_ids.DANGER_STILL_SO,
    *actions.buttons.COUNTED,
    *service.COUNTED,
)
FORMS = (
    *(dialog.name for dialog in DIALOGS),
    *(*_PRESSES, *incidents.COUNTED, *reviews.COUNTED, *learning.COUNTED, *bulletins.COUNTED),
)
"""What people send that is saved."""
_NOT_WAITED_FOR = ("event_callback", "view_closed")
"""Whoever closes a form or opens Home has asked for nothing that could fail before their eyes."""
_ANYTHING = re.compile(".*", re.DOTALL)
_log = logging.getLogger("candour.listeners")
Body = Mapping[str, Any]
Work = Callable[[], object]


def register(app: App, deps: Dependencies, afterwards: Executor) -> None:
    """Give every listener to Bolt. The command is called what the settings say."""
    submissions = Submissions(deps)
    for listener in sorted(LISTENERS, key=_forms_first):
        match listener:
            case FormListener():
                app.view(listener.name)(_acknowledged_last(submissions, listener.dialog, afterwards))
            case Listener():
                _door(app, listener.source, called=deps.command)(listener.name)(
                    _acknowledged_first(partial(_run, listener, deps), deps, afterwards)
                )
    _register_fallbacks(app, deps, afterwards)
    app.error(_failed)


def redraw(deps: Dependencies, afterwards: Executor, subjects: Collection[UUID]) -> None:
    """What came by itself has changed these: show it where they are shown. While we stop, nobody is left to do it."""
    with suppress(RuntimeError):
        for subject in subjects:
            afterwards.submit(redraw_everywhere, deps, subject)


def _forms_first(listener: AnyListener) -> bool:
    """Bolt asks its listeners one after the other, and forms are answered last."""
    return listener.source is not Source.VIEW


def _door(app: App, source: Source, *, called: str) -> Callable[[str], Callable[..., Any]]:
    match source:
        case Source.COMMAND:
            return lambda _name: app.command(called)
        case Source.ACTION:
            return app.action
        case Source.VIEW:
            return app.view
        case Source.SHORTCUT:
            return app.shortcut
        case Source.CLOSED:
            return app.view_closed
        case Source.EVENT:
            return lambda name: app.event(name.partition(".")[0])  # "message.im" comes as an event "message".


def _register_fallbacks(app: App, deps: Dependencies, afterwards: Executor) -> None:
    """Nobody is met with silence: Bolt would answer none of these."""
    nothing = partial(_of_ours, deps, partial(_did_not_work, deps))
    app.action(_ANYTHING)(_acknowledged_first(partial(_of_ours, deps, partial(_old_button, deps)), deps, afterwards))
    app.view(_ANYTHING)(partial(_old_form, deps))
    app.command(_ANYTHING)(_acknowledged_first(nothing, deps, afterwards))
    app.shortcut(_ANYTHING)(_acknowledged_first(nothing, deps, afterwards))
    app.event(_ANYTHING)(_taken)
    app.view_closed(_ANYTHING)(_taken)
    app.options(_ANYTHING)(_no_options)


def _run(listener: Listener, deps: Dependencies, body: Body) -> None:
    def work(body: Body) -> None:
        listener.run(deps, listener.read(body))

    if listener.source is Source.EVENT:  # What an event says of the workspace, its listener compares.
        work(body)
    else:
        _of_ours(deps, work, body)


def _of_ours(deps: Dependencies, work: Callable[[Body], None], body: Body) -> None:
    """Somebody of another organisation is told that it is not theirs, and whom to phone."""
    phone = deps.context.service.on_call_phone
    if deps.identity.is_ours(body):
        work(body)
    elif body.get("type") == "block_actions":
        show(deps, payloads.press(body), refusals.not_ours_modal(phone))
    else:
        _tell(deps, refusals.not_ours(phone), body)


def _old_button(deps: Dependencies, body: Body) -> None:
    show(deps, payloads.press(body), refusals.no_longer_here(deps.context.service.on_call_phone))


def _old_form(deps: Dependencies, ack: Ack, body: Body) -> None:
    is_ours, phone = deps.identity.is_ours(body), deps.context.service.on_call_phone
    words = refusals.form_is_old(phone) if is_ours else refusals.not_ours_beside_a_field(phone)
    refuse(ack, payloads.submission(body).view, {"": words})


def _did_not_work(deps: Dependencies, body: Body) -> None:
    _tell(deps, refusals.did_not_work(deps.context.service.on_call_phone), body)


def _taken(ack: Ack) -> None:
    ack()


def _no_options(ack: Ack) -> None:
    ack(options=[])


def _tell(deps: Dependencies, words: str, body: Body) -> None:
    who = payloads.person(body)
    tell(deps, words, person=who, response_url=payloads.response_url(body))


def _acknowledged_first(
    work: Callable[[Body], None], deps: Dependencies, afterwards: Executor
) -> Callable[[Ack, Body], None]:
    def carry_out(body: Body) -> None:
        try:
            work(body)
        except Exception as error:  # noqa: BLE001 - nobody waits for this thread: the person is told here
            _failed(error, body)
            if body.get("type") not in _NOT_WAITED_FOR:
                _did_not_work(deps, body)

    def acknowledge(ack: Ack, body: Body) -> None:
        ack()
        afterwards.submit(carry_out, body)

    return acknowledge


def _acknowledged_last(submissions: Submissions, dialog: Dialog, afterwards: Executor) -> Callable[[Ack, Body], None]:
    def save(ack: Ack, body: Body) -> None:
        then = submissions.on_submit(dialog, body, ack)
        if then is None:
            return
        try:
            afterwards.submit(_carefully, then, body)
        except RuntimeError:  # We stop, and no thread is left: what has been answered stays as it is.
            _carefully(then, body)

    return save


def _carefully(work: Work, body: Body) -> None:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - nobody waits for this thread: the log is where it shows
        _failed(error, body)


def _failed(error: Exception, body: Body) -> None:
    """Log what failed and where, never what it was about: a trace or a message could hold a narrative."""
    failure = {"error": type(error).__name__, "place": payloads.kind(body), "id": uuid4()}
    _log.error("a listener failed: %(error)s in %(place)s, id %(id)s", failure)
