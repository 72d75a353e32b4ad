"""Steps that need no more than a press: take, close, open again, restrict."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from bot.domain.incidents.incident import Incident, IncidentRefused
from bot.usecases.context import Context
from bot.usecases.incidents import steps
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import action_ids, reasons, refusals
from bot.views.kit.blocks import View
from handlers import incident_screen
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.incidents")


class _Step(Protocol):
    def __call__(self, context: Context, incident_id: UUID, /, *, by: str) -> Incident: ...


def _carry_out(deps: Dependencies, press: Press, step: _Step, *, named: str) -> None:
    """Save the step, then show the incident as it is now: in the modal with the button, or in one of its own."""
    refused = _saved(deps, partial(step, deps.context, press.id, by=press.person), named=named)
    if refused:
        show(deps, press, refused)
    elif press.in_modal:
        incident_screen.redraw(deps, press.id, by=press.person, view_id=press.view_id)
    else:
        incident_screen.open_on(deps, press)


def _saved(deps: Dependencies, step: Callable[..., Incident], *, named: str) -> View | None:
    """What the person reads if it was not saved."""
    try:
        with counted(deps, named):
            step()
    except IncidentRefused as refusal:
        return refusals.said_alone(reasons.words_for(refusal))
    except NotForYou:
        return refusals.only_the_safety_team()
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a step was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
    return None


take = partial(_carry_out, step=steps.take_incident, named=action_ids.TAKE)
close = partial(_carry_out, step=steps.close_incident, named=action_ids.CLOSE_INCIDENT)
reopen = partial(_carry_out, step=steps.reopen_incident, named=action_ids.REOPEN)
restrict = partial(_carry_out, step=steps.restrict_incident, named=action_ids.RESTRICT)
COUNTED = (action_ids.TAKE, action_ids.CLOSE_INCIDENT, action_ids.REOPEN, action_ids.RESTRICT)
