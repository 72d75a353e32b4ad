"""Presses that save something: what is true afterwards, or why nothing was saved, is shown."""

import logging
from collections.abc import Callable

from bot.domain.refusals import Refused
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.presses")


def save_and_show(deps: Dependencies, press: Press, save: Callable[[], View], *, named: str) -> None:
    """Show what `save` returns once it has saved, in place of the modal with the button. Its result is counted."""

    def counted_save() -> View:
        with counted(deps, named):
            return save()

    show_in_place(deps, press, counted_save)


def show_in_place(deps: Dependencies, press: Press, fill: Callable[[], View]) -> None:
    """Show what `fill` returns in place of the modal with the button, or why not."""
    deps.client.views_update(view_id=press.view_id, view=_after(fill))


def thank(deps: Dependencies, press: Press, answer: Callable[[], View], *, journal: logging.Logger) -> None:
    """Save an answer of which nobody may know whose it is, and thank whoever pressed, alone.

    Nothing is counted or logged here that could say who answered, or when.
    """
    try:
        view = answer()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        journal.error("an answer was not confirmed: %(error)s", {"error": type(failure).__name__})
        view = refusals.press_again()
    show(deps, press, view)


def _after(fill: Callable[[], View]) -> View:
    try:
        return fill()
    except Refused as refusal:
        return refusals.not_changed(reasons.words_for(refusal))
    except NotForYou as refusal:
        return refusals.not_for_you(refusal.act)
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a press was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
