"""Done, on an action."""

import logging

from bot.domain.actions.action import ActionRefused
from bot.usecases.actions.agree_and_answer import complete_action
from bot.usecases.permissions import NotFound
from bot.views.kit import action_ids, refusals
from handlers import own_lists
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.actions")


def complete(deps: Dependencies, press: Press) -> None:
    """Save that it is done, and show it where the button stands."""
    context = deps.context
    try:
        with counted(deps, action_ids.ACTION_DONE):
            complete_action(context, press.id, by=press.person, now=context.clock.now())
    except ActionRefused:
        view = refusals.only_the_owner()
    except NotFound:
        view = refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("an answer was not confirmed: %(error)s", {"error": type(failure).__name__})
        view = refusals.press_again()
    else:
        refresh_everywhere(deps, press.id, by=press.person, message=press.message)
        own_lists.redraw(deps, press.person, view_id=press.view_id, ids=press.ids)
        return
    show(deps, press, view)
