"""What the forms over an opened incident have in common."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from bot.domain.incidents.conversation import EntryWords
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers import incident_screen
from handlers.bolt.listener import Dependencies, Saved
from handlers.bolt.payloads import Submission


def saved(deps: Dependencies, sent: Submission, about: UUID, show: Callable[[], View]) -> Saved:
    """What takes the form's place; then the incident beneath it is shown as it is now."""
    beneath = str(sent.view.get("previous_view_id") or "")
    then = partial(incident_screen.redraw, deps, about, by=sent.person, view_id=beneath)
    return Saved(show, then if beneath else None)


def words(text: str | None, field: form.Field) -> EntryWords:
    """What was typed into this field, or `FormRefused`."""
    return form.validated(EntryWords, {"text": field}, text=text or "")
