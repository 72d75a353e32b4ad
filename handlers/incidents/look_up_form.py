"""Looking up who sent a confidential report, with a reason that the reporter reads."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases.incidents.look_up import look_up_name
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
        "Why do you need the name?",
        wrong="Write why.",
        hint="The reporter sees that you looked, and reads this.",
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, report_id: str, nonce: str) -> View:
    """The form, about one report."""
    blocks = [field.draw() for field in FIELDS]
    ids = {"nonce": nonce, "report": report_id}
    return form.modal(DIALOG.name, title="Look the name up", submit="Show the name", blocks=blocks, ids=ids)


def from_incident(deps: Dependencies, press: Press) -> None:
    """Look the name up, on an opened incident. Whether this person may is judged when it is sent."""
    show(deps, press, draw(report_id=str(press.id), nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Record who looks and why, then show the name."""
    about = UUID(sent.ids["report"])
    reason = forms.words(form.entered(sent.view, FIELDS)["reason"], FIELDS[0])
    reporter = look_up_name(deps.context, about, reason, key=sent.key, by=sent.person)
    return forms.saved(deps, sent, about, partial(saved_screens.looked_up, reporter))


DIALOG = Dialog("look_up_name", fields, draw, save)
