"""Buttons of an action that ask nothing: undo, go on, offer help."""

import logging
from collections.abc import Callable

from bot.domain.actions.action import ActionReason, ActionRefused
from bot.usecases.actions import answers, leading
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.actions import answered
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers import own_lists
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.actions")
COUNTED = (action_ids.ACTION_UNDO, action_ids.ACTION_GO_ON, action_ids.ACTION_OFFER_HELP)
"""What is saved without a form."""


def undo(deps: Dependencies, press: Press) -> None:
    """Done was pressed by mistake."""

    def save() -> None:
        answers.undo_done(deps.context, press.id, by=press.person, now=deps.context.clock.now())

    _answer(deps, press, action_ids.ACTION_UNDO, save)


def go_on(deps: Dependencies, press: Press) -> None:
    """It is no longer blocked, or it is theirs after all."""

    def save() -> None:
        answers.go_on(deps.context, press.id, by=press.person, now=deps.context.clock.now())

    _answer(deps, press, action_ids.ACTION_GO_ON, save)


def offer_help(deps: Dependencies, press: Press) -> None:
    """Whoever leads a late action offers help to its owner."""

    def save() -> View:
        now = deps.context.clock.now()
        return answered.help_offered(leading.offer_help(deps.context, press.id, by=press.person, now=now))

    view = _saved_or_why_not(deps, action_ids.ACTION_OFFER_HELP, save)
    if view:
        show(deps, press, view)


def _answer(deps: Dependencies, press: Press, name: str, save: Callable[[], None]) -> None:
    """Save it, and show it where the button stands."""
    view = _saved_or_why_not(deps, name, save)
    if view:
        show(deps, press, view)
    else:
        refresh_everywhere(deps, press.id, by=press.person, message=press.message)
        own_lists.redraw(deps, press.person, view_id=press.view_id, ids=press.ids)


def _saved_or_why_not(deps: Dependencies, name: str, save: Callable[[], View | None]) -> View | None:
    """What `save` returns to show, or why it was not saved."""
    try:
        with counted(deps, name):
            return save()
    except ActionRefused as refusal:
        return _REFUSED.get(refusal.reason, refusals.only_the_owner)()
    except NotForYou as refusal:
        return refusals.not_for_you(refusal.act)
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("an answer was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()


_REFUSED: dict[object, Callable[[], View]] = {
    ActionReason.WAITS_FOR_CHECK: answered.too_late_to_undo,
    ActionReason.ALREADY_DONE: refusals.already_done,
}
