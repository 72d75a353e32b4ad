"""The dialog in which a reporter takes their report back, with a reason."""

from datetime import datetime
from uuid import UUID

from bot.domain.incidents.conversation import LONGEST, EntryKind
from bot.domain.service.service import Service
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.reports.own_entries import taken_back
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission
from handlers.report_cards import redraw_cards
from handlers.reports import own_entries

FIELDS: list[form.Field] = [
    form.Text(
        "text",
        "Why do you take it back?",
        wrong="Write why you take it back, in at most 3,000 characters.",
        hint="Your report stays and is marked. The safety team reads these words.",
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
    """Keep the reason. Afterwards the cards of the report, and its row of Home, say that it was taken back."""
    saved = own_entries.save(deps, sent, EntryKind.WITHDRAWAL, FIELDS, thanks=taken_back)

    def then() -> None:
        redraw_cards(deps, UUID(sent.ids["report"]))
        if saved.then:
            saved.then()
        noted(lambda: home.refresh(deps, sent.person))

    return Saved(saved.show, then)


DIALOG = Dialog("take_back_report", fields, draw, save)
