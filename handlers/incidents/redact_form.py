"""Taking words out of everything that was written about an incident."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.incidents.redaction import SHORTEST
from bot.domain.service.service import Service
from bot.usecases.incidents.redact import redact_incident
from bot.views.incidents import opened, saved_screens
from bot.views.incidents.content import IncidentContent
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from handlers import incident_screen
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

LONGEST = 300
FIELDS: list[form.Field] = [
    form.Line(
        "words",
        "Which words are taken out?",
        wrong=f"Write at least {SHORTEST} letters or digits.",
        hint="Exactly as they stand, with the same capitals. They are replaced wherever they stand.",
        shortest=SHORTEST,
        longest=LONGEST,
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(content: IncidentContent, *, nonce: str) -> View:
    """The form: all words, what it reaches, and what it does not."""
    blocks = [
        *opened.every_text(content),
        section(
            "*This cannot be undone.* The words are taken out of each report, change, question, reply and answer, "
            "of the reason and the review."
        ),
        section("Backups that exist keep the words until your IT team deletes them. Words of actions stay."),
        *(field.draw() for field in FIELDS),
    ]
    return form.modal(
        DIALOG.name,
        title="Redact",
        submit="Take out",
        blocks=blocks,
        ids={"nonce": nonce, "incident": str(content.incident.id)},
    )


def from_incident(deps: Dependencies, press: Press) -> None:
    """Redact, on an opened incident. Its words are read anew, so that is recorded as well."""
    open_then_fill(
        deps, press, lambda: draw(incident_screen.read(deps, press.id, by=press.person), nonce=new_nonce())
    )


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Take the words out, in one transaction."""
    about = UUID(sent.ids["incident"])
    words = form.entered(sent.view, FIELDS)["words"]
    texts = redact_incident(deps.context, about, words, by=sent.person)
    return forms.saved(deps, sent, about, partial(saved_screens.redacted, texts))


DIALOG = Dialog("redact", fields, draw, save)
