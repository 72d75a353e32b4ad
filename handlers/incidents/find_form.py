"""The dialog in which the safety team finds a report by its reference. A wrong letter is noticed in the form."""

from datetime import datetime
from functools import partial

from bot.domain.reports.references import reference_in
from bot.domain.service.findable import findable
from bot.domain.service.service import Service
from bot.usecases.incidents.find import find_report
from bot.usecases.permissions import NotFound
from bot.views.kit import form, refusals
from bot.views.kit.blocks import View
from handlers import incident_screen
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from storage.engine.transactions import NotSaved, OutcomeUnknown

LONGEST = 40
FIELDS: list[form.Field] = [
    form.Line(
        "reference",
        "Which reference?",
        wrong="Type the reference, such as K7M4-XR9.",
        hint="Seven letters and digits. You can leave out the dash.",
        longest=LONGEST,
    )
]
_NOT_ONE = "Check each letter: this is not a reference. At least one is wrong or missing."
_NOT_FOUND = "Check each letter. You can open no report with this reference."
_FAILED = "Press Find again in a moment. Nothing could be looked up."


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, nonce: str) -> View:
    """The dialog."""
    blocks = [field.draw() for field in FIELDS]
    return form.modal(DIALOG.name, title="Find a report", submit="Find", blocks=blocks, ids={"nonce": nonce})


def from_button(deps: Dependencies, press: Press) -> None:
    """Find a reference, in Home."""
    may = findable(deps.context.service, press.person).anything
    show(deps, press, draw(nonce=new_nonce()) if may else refusals.only_the_safety_team())


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Show the report in place of the form, or say beside the field why not."""
    reference = reference_in(form.entered(sent.view, FIELDS)["reference"])
    if reference is None:
        raise form.FormRefused({"reference": _NOT_ONE})
    try:
        report_id = find_report(deps.context, reference, by=sent.person)
        content = incident_screen.read(deps, report_id, by=sent.person)
    except NotFound:
        raise form.FormRefused({"reference": _NOT_FOUND}) from None
    except (NotSaved, OutcomeUnknown):  # The words for a form that was not saved would not be true.
        raise form.FormRefused({"reference": _FAILED}) from None
    note = partial(incident_screen.note_read, deps, content, by=sent.person)
    return Saved(partial(incident_screen.drawn, deps, content), note)


DIALOG = Dialog("find", fields, draw, save)
