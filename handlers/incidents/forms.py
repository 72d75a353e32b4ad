"""What the forms over an opened incident have in common."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from bot.domain.incidents.conversation import EntryWords
from bot.domain.reports.identifiers import found
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers import incident_screen
from handlers.bolt.listener import Dependencies, Saved
from handlers.bolt.payloads import Submission
from handlers.bolt.submissions import ShownAgain

WARNED = "warned"


def saved(deps: Dependencies, sent: Submission, about: UUID, show: Callable[[], View]) -> Saved:
    """What takes the form's place; then the incident beneath it is shown as it is now."""
    beneath = str(sent.view.get("previous_view_id") or "")
    then = partial(incident_screen.redraw, deps, about, by=sent.person, view_id=beneath)
    return Saved(show, then if beneath else None)


def ask_about_identifiers(
    deps: Dependencies, sent: Submission, text: str | None, redrawn: Callable[[Sequence[str]], View]
) -> None:
    """Show the form again, once, if what was typed may say who somebody is. A hint: the person decides.

    `redrawn` draws the form with these words above it. Raises `ShownAgain`.
    """
    names = [person.name for person in deps.context.service.people]
    marks = found(text, known_names=names) if text and WARNED not in sent.ids else ()
    if text and marks:
        raise ShownAgain(redrawn([text[mark.start : mark.end] for mark in marks]))


def ids_after(found_words: Sequence[str]) -> dict[str, str]:
    """What a form remembers that has shown these words: it does not ask a second time."""
    return {WARNED: "yes"} if found_words else {}


def words(text: str | None, field: form.Field) -> EntryWords:
    """What was typed into this field, or `FormRefused`."""
    return form.validated(EntryWords, {"text": field}, text=text or "")
