"""What a reporter writes to their own report: by a form, or by one press."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from uuid import UUID

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentRefused
from bot.domain.service.service import Service
from bot.usecases.incidents.own_report import write_to_own_report
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import action_ids, form, refusals
from bot.views.kit.blocks import View
from bot.views.reports import own_entries
from handlers.bolt.listener import Dependencies, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.submissions import counted
from handlers.reports import my_report

_log = logging.getLogger("candour.own_report")


_FORMS = {
    "add_to_report": ("Add something", "Add"),
    "take_back_report": ("Take it back", "Take it back"),
    "reply_to_team": ("Write back", "Send"),
}
"""The title of each form, and the button that sends it."""


def draw(name: str, asked: Sequence[form.Field], service: Service, *, ids: Mapping[str, str]) -> View:
    """A form about one report, with the number to phone above it."""
    title, submit = _FORMS[name]
    blocks = [own_entries.call_first(service), *(field.draw() for field in asked)]
    return form.modal(name, title=title, submit=submit, blocks=blocks, ids=ids)


def save(
    deps: Dependencies, sent: Submission, kind: EntryKind, asked: Sequence[form.Field], *, thanks: Callable[[], View]
) -> Saved:
    """Keep the words. Afterwards the report beneath shows them."""
    words = form.validated(EntryWords, form.by_name(asked), **form.entered(sent.view, asked))
    report_id = UUID(sent.ids["report"])
    write_to_own_report(deps.context, report_id, kind, words, by=sent.person, key=sent.key)
    beneath = str(sent.view.get("previous_view_id") or "")
    then = partial(my_report.redraw, deps, report_id, by=sent.person, view_id=beneath)
    return Saved(thanks, then if beneath else None)


def nobody_at_risk_now(deps: Dependencies, press: Press) -> None:
    """The reporter says that the danger is over. It never ends the ladder."""
    _by_press(deps, press, EntryKind.SAFE_NOW, action_ids.SAFE_NOW_BY_REPORTER)


def it_helped(deps: Dependencies, press: Press) -> None:
    """The reporter says that the answer helped."""
    _by_press(deps, press, EntryKind.IT_HELPED, action_ids.IT_HELPED)


def _by_press(deps: Dependencies, press: Press, kind: EntryKind, name: str) -> None:
    """Keep it once, and show the report as it is then. What is not offered any more changes nothing."""
    key = f"{press.trigger_id or new_nonce()}:{press.person}"
    try:
        with suppress(IncidentRefused), counted(deps, name):
            write_to_own_report(deps.context, press.id, kind, None, by=press.person, key=key)
        _show_report(deps, press)
    except NotForYou as refusal:
        show(deps, press, refusals.not_for_you(refusal.act))
    except NotFound:
        show(deps, press, refusals.not_found())
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a press was not confirmed: %(error)s", {"error": type(failure).__name__})
        show(deps, press, refusals.press_again())


def _show_report(deps: Dependencies, press: Press) -> None:
    if press.in_modal:
        my_report.redraw(deps, press.id, by=press.person, view_id=press.view_id)
    else:
        my_report.open_own(deps, press)
