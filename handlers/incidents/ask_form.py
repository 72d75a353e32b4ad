"""A question to the reporter."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.incidents.conversation import EntryKind
from bot.domain.service.service import Service
from bot.usecases.incidents.converse import write_entry
from bot.views.incidents import identifying, saved_screens
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

FIELDS: list[form.Field] = [
    form.Text(
        "question",
        "What do you want to ask?",
        wrong="Write your question.",
        hint="Leave out names and anything that could identify a person.",
    ),
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, report_id: str, nonce: str, question: str | None = None, found: Sequence[str] = ()) -> View:
    """The form, about one report; or once more with what was typed, where `found` may say who somebody is."""
    blocks = [
        *identifying.warning(found),
        section(
            "The reporter gets a message that a question waits, and may reply. "
            "An anonymous one comes with their code."
        ),
        *(field.draw(question) for field in FIELDS),
    ]
    return form.modal(
        DIALOG.name,
        title="Ask the reporter",
        submit="Ask",
        blocks=blocks,
        ids={"nonce": nonce, "report": report_id, **forms.ids_after(found)},
    )


def from_incident(deps: Dependencies, press: Press) -> None:
    """Ask the reporter, on an opened incident. Whether this person may is judged when it is sent."""
    show(deps, press, draw(report_id=str(press.id), nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep the question, and tell the reporter that it waits."""
    about = UUID(sent.ids["report"])
    question = forms.words(form.entered(sent.view, FIELDS)["question"], FIELDS[0])
    again = partial(draw, report_id=str(about), nonce=sent.ids["nonce"], question=question.text)
    forms.ask_about_identifiers(deps, sent, question.text, lambda found: again(found=found))
    write_entry(deps.context, about, EntryKind.QUESTION, question, key=sent.key, by=sent.person)
    return forms.saved(deps, sent, about, saved_screens.asked)


DIALOG = Dialog("ask_reporter", fields, draw, save)
