"""The answers to the question after harm: support was offered, support is done."""

import logging
from functools import partial

from bot.domain.incidents.support import Support
from bot.usecases.incidents.support import say_support
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.incidents import saved_screens
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.incidents")
_SHOWN = {Support.OFFERED: saved_screens.support_offered, Support.DONE: saved_screens.support_done}


def _press(deps: Dependencies, press: Press, *, pressed: Support, named: str) -> None:
    show(deps, press, _saved(deps, press, pressed, named))


def _saved(deps: Dependencies, press: Press, pressed: Support, named: str) -> View:
    """That it is saved; or why it is not."""
    try:
        with counted(deps, named):
            say_support(deps.context, press.id, pressed, by=press.person, now=deps.context.clock.now())
    except NotForYou:
        return refusals.not_asked_about_support()
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a step was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
    return _SHOWN[pressed]()


offered = partial(_press, pressed=Support.OFFERED, named=action_ids.SUPPORT_OFFERED)
done = partial(_press, pressed=Support.DONE, named=action_ids.SUPPORT_DONE)
COUNTED = (action_ids.SUPPORT_OFFERED, action_ids.SUPPORT_DONE)
