"""Steps that need no more than a press: take, close, open again, restrict."""

from functools import partial
from typing import Protocol
from uuid import UUID

from bot.domain.incidents.incident import Incident
from bot.usecases.context import Context
from bot.usecases.incidents import steps
from bot.views.kit import action_ids
from handlers import incident_screen
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.incidents.pressed import saved_or_why_not


class _Step(Protocol):
    def __call__(self, context: Context, incident_id: UUID, /, *, by: str) -> Incident: ...


def _carry_out(deps: Dependencies, press: Press, step: _Step, *, named: str) -> None:
    """Save the step, then show the incident as it is now: in the modal with the button, or in one of its own."""

    def save() -> None:
        step(deps.context, press.id, by=press.person)

    refused = saved_or_why_not(deps, save, named=named)
    if refused:
        show(deps, press, refused)
    elif press.in_modal:
        incident_screen.redraw(deps, press.id, by=press.person, view_id=press.view_id)
    else:
        incident_screen.open_on(deps, press)


take = partial(_carry_out, step=steps.take_incident, named=action_ids.TAKE)
close = partial(_carry_out, step=steps.close_incident, named=action_ids.CLOSE_INCIDENT)
reopen = partial(_carry_out, step=steps.reopen_incident, named=action_ids.REOPEN)
restrict = partial(_carry_out, step=steps.restrict_incident, named=action_ids.RESTRICT)
COUNTED = (action_ids.TAKE, action_ids.CLOSE_INCIDENT, action_ids.REOPEN, action_ids.RESTRICT)
