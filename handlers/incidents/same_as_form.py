"""Same as another incident: its reports become those of that one."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases.incidents.merge import merge_incident
from bot.views.incidents import saved_screens
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

FIELDS: list[form.Field] = [
    form.Line(
        "reference",
        "Which reference?",
        wrong="Write one reference, such as K7M4-XR2.",
        hint="The reference of any report about the same thing.",
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, incident_id: str, nonce: str) -> View:
    """The form, with what follows."""
    blocks = [
        section(
            "This incident becomes part of the other one. Each report keeps its reference, its words, its reporter "
            "and its answer. The stricter access of both holds."
        ),
        section("What was decided about the other one holds. What was decided here is not taken along."),
        *(field.draw() for field in FIELDS),
    ]
    return form.modal(
        DIALOG.name,
        title="Same as…",
        submit="Put together",
        blocks=blocks,
        ids={"nonce": nonce, "incident": incident_id},
    )


def from_incident(deps: Dependencies, press: Press) -> None:
    """Same as…, on an opened incident. Whether this person may is judged when it is sent."""
    show(deps, press, draw(incident_id=str(press.id), nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Put both together."""
    about = UUID(sent.ids["incident"])
    reference = form.entered(sent.view, FIELDS)["reference"]
    kept = merge_incident(deps.context, about, reference, by=sent.person)
    return forms.saved(deps, sent, about, partial(saved_screens.merged, kept))


DIALOG = Dialog("same_as", fields, draw, save)
