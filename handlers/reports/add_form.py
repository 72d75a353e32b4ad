"""The dialog in which a reporter adds something to their report."""

from datetime import datetime

from bot.domain.incidents.conversation import LONGEST, EntryKind
from bot.domain.service.service import Service
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.reports.own_entries import added
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.reports import own_entries

FIELDS: list[form.Field] = [
    form.Text(
        "text",
        "What would you like to add?",
        wrong="Write what you would like to add, in at most 3,000 characters.",
        hint="Leave out names. The safety team reads these words.",
        longest=LONGEST,
    ),
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The question."""
    return FIELDS


def draw(service: Service, *, nonce: str, report_id: str) -> View:
    """The dialog about one report."""
    return own_entries.draw(DIALOG.name, FIELDS, service, ids={"nonce": nonce, "report": report_id})


def from_report(deps: Dependencies, press: Press) -> None:
    """Open the dialog, from the report, its receipt or its copy."""
    show(deps, press, draw(deps.context.service, nonce=new_nonce(), report_id=str(press.id)))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep the words, and tell the safety team that there are some."""
    return own_entries.save(deps, sent, EntryKind.ADDITION, FIELDS, thanks=added)


DIALOG = Dialog("add_to_report", fields, draw, save)
