"""The answer to a reporter: prepared, in own words, or a named reason why there is none."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.incidents.conversation import EntryKind
from bot.domain.service.service import Service
from bot.usecases.incidents.converse import note_reporter_left, reporter_to_answer, write_entry
from bot.views.incidents import identifying, prepared_answers, saved_screens
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from handlers import incident_screen
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.members import has_left
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

OWN_WORDS, NO_ANSWER = "own_words", "no_answer"
LONGEST_OWN = 2500
"""Characters, so that there is room for the prepared words before them."""
FIELDS: list[form.Field] = [
    form.Choice(
        "answer",
        "What do you answer?",
        wrong="Choose an answer.",
        options=[
            *prepared_answers.LABELS.items(),
            (OWN_WORDS, "In my own words, below"),
            (NO_ANSWER, "There can be no answer. I say why below"),
        ],
        element_type="radio_buttons",
    ),
    form.Text(
        "words",
        "Your own words",
        wrong="Write a few words here.",
        hint="Leave out names and anything that could identify a person.",
        optional=True,
        longest=LONGEST_OWN,
    ),
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return FIELDS


def draw(
    *, report_id: str, nonce: str, given: Mapping[str, str | None] | None = None, found: Sequence[str] = ()
) -> View:
    """The form, about one report; or once more with what was `given`, where `found` may say who somebody is."""
    blocks = [
        *identifying.warning(found),
        section("The reporter gets a message that an answer waits. An anonymous one comes with their code."),
        *(field.draw((given or {}).get(field.name)) for field in FIELDS),
    ]
    return form.modal(
        DIALOG.name,
        title="Answer",
        submit="Send the answer",
        blocks=blocks,
        ids={"nonce": nonce, "report": report_id, **forms.ids_after(found)},
    )


def from_incident(deps: Dependencies, press: Press) -> None:
    """Answer, on an opened incident. If its reporter has left, that is noted in place of an answer."""
    left = False

    def fill() -> View:
        nonlocal left
        reporter = reporter_to_answer(deps.context, press.id, by=press.person)
        left = reporter is not None and has_left(deps, reporter)
        if not left:
            return draw(report_id=str(press.id), nonce=new_nonce())
        note_reporter_left(deps.context, press.id, by=press.person)
        return saved_screens.reporter_left()

    def show_beneath() -> None:
        if left:
            incident_screen.redraw(deps, press.id, by=press.person, view_id=press.view_id)

    open_then_fill(deps, press, fill, then=show_beneath)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep the answer, and tell the reporter that it waits; or keep why there is none, which no reporter reads."""
    about = UUID(sent.ids["report"])
    given = form.entered(sent.view, FIELDS)
    kind = EntryKind.NO_ANSWER if given["answer"] == NO_ANSWER else EntryKind.ANSWER
    words = forms.words(prepared_answers.whole(given["answer"], given["words"]), FIELDS[1])
    if kind is EntryKind.ANSWER:
        again = partial(draw, report_id=str(about), nonce=sent.ids["nonce"], given=given)
        forms.ask_about_identifiers(deps, sent, given["words"], lambda found: again(found=found))
    write_entry(deps.context, about, kind, words, key=sent.key, by=sent.person)
    return forms.saved(deps, sent, about, partial(saved_screens.answered, kind))


DIALOG = Dialog("answer_reporter", fields, draw, save)
