"""Open with a reason: for somebody who may not open it, and who answers for doing so."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.incidents.conversation import LONGEST
from bot.domain.service.service import Service
from bot.usecases.incidents.break_glass import break_glass
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from handlers import incident_screen
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

FIELDS: list[form.Field] = [
    form.Text(
        "reason",
        "Why must you open it?",
        wrong="Write in a few words why you must open it.",
        hint="Your name and this reason are kept with the incident.",
        longest=LONGEST,
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, report_id: str, nonce: str) -> View:
    told = section("*The safety lead is told at once,* and one more person. They are told who and when.")
    blocks = [told, *(field.draw() for field in FIELDS)]
    ids = {"nonce": nonce, "report": report_id}
    return form.modal(DIALOG.name, title="Open with a reason", submit="Open it", blocks=blocks, ids=ids)


def from_refusal(deps: Dependencies, press: Press) -> None:
    """The button on the refusal. Whether this person may is judged when it is sent."""
    show(deps, press, draw(report_id=str(press.id), nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Record it, tell two people, and show the incident in place of the form."""
    reason = forms.words(form.entered(sent.view, FIELDS)["reason"], FIELDS[0])
    about = UUID(sent.ids["report"])
    now = deps.context.clock.now()
    found = break_glass(deps.context, about, reason, key=sent.key, by=sent.person, now=now)
    return Saved(partial(incident_screen.drawn, deps, incident_screen.content_of(found)))


DIALOG = Dialog("open_with_reason", fields, draw, save)
