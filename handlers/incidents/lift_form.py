"""Lifting a restriction, with a reason."""

from datetime import datetime
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases.incidents.steps import lift_restriction
from bot.views.incidents import saved_screens
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

FIELDS: list[form.Field] = [
    form.Text(
        "reason",
        "Why may others know of it?",
        wrong="Write why.",
        hint="It is kept with the incident. The reporter does not read it.",
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, incident_id: str, nonce: str) -> View:
    blocks = [field.draw() for field in FIELDS]
    ids = {"nonce": nonce, "incident": incident_id}
    return form.modal(DIALOG.name, title="Lift the restriction", submit="Lift it", blocks=blocks, ids=ids)


def from_incident(deps: Dependencies, press: Press) -> None:
    """Lift the restriction, on an opened incident. Whether this person may is judged when it is sent."""
    show(deps, press, draw(incident_id=str(press.id), nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Make it ordinary again, and keep why."""
    about = UUID(sent.ids["incident"])
    reason = forms.words(form.entered(sent.view, FIELDS)["reason"], FIELDS[0])
    lift_restriction(deps.context, about, reason, key=sent.key, by=sent.person)
    return forms.saved(deps, sent, about, saved_screens.lifted)


DIALOG = Dialog("lift_restriction", fields, draw, save)
