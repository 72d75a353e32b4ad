"""The menu beside each duty of an opened incident: it applies, it does not, it is done."""

import logging
from uuid import UUID

from bot.domain.incidents.duties import Verdict
from bot.usecases.incidents.decide_duty import decide_duty
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers import incident_screen
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.incidents")


def decide(deps: Dependencies, press: Press) -> None:
    """Save what was chosen, then show the incident as it is now."""
    incident, code, word = press.value.split(":")
    refused = _saved(deps, UUID(incident), code, Verdict(word), by=press.person)
    if refused:
        show(deps, press, refused)
    else:
        incident_screen.redraw(deps, UUID(incident), by=press.person, view_id=press.view_id)


def _saved(deps: Dependencies, incident: UUID, code: str, verdict: Verdict, *, by: str) -> View | None:
    """What the person reads if it was not saved."""
    try:
        with counted(deps, action_ids.DUTY):
            decide_duty(deps.context, incident, code, verdict, by=by, now=deps.context.clock.now())
    except NotForYou:
        return refusals.only_the_safety_team()
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a step was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
    return None
