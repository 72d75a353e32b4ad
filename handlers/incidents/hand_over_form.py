"""Handing an incident over to somebody else of the safety team."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases.incidents.steps import hand_over_incident
from bot.views.incidents import saved_screens
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

FIELDS: list[form.Field] = [
    form.Person("to", "Who has it from now on?", wrong="Choose one person.", hint="Somebody of the safety team.")
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, incident_id: str, nonce: str) -> View:
    blocks = [field.draw() for field in FIELDS]
    return form.modal(
        DIALOG.name,
        title="Hand over",
        submit="Hand over",
        blocks=blocks,
        ids={"nonce": nonce, "incident": incident_id},
    )


def from_incident(deps: Dependencies, press: Press) -> None:
    """Hand over, on an opened incident. Whether this person may is judged when it is sent."""
    show(deps, press, draw(incident_id=str(press.id), nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep who has it from now on."""
    about = UUID(sent.ids["incident"])
    to = form.entered(sent.view, FIELDS)["to"]
    hand_over_incident(deps.context, about, to=to, by=sent.person)
    return forms.saved(deps, sent, about, partial(saved_screens.handed_over, to))


DIALOG = Dialog("hand_over", fields, draw, save)
