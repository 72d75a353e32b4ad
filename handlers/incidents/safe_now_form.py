"""Safe now: whoever has a danger says that it is over, and what was done."""

from datetime import datetime

from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.usecases.incidents.danger import end_danger
from bot.views.incidents import danger_screens
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import ending

FIELDS = [
    form.Text(
        "words",
        "What was done?",
        wrong="Write in a few words what was done.",
        hint="The safety team reads this. Leave out names of patients.",
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return [*FIELDS]


def draw(*, incident_id: str) -> View:
    """The dialog, over the message."""
    blocks = [field.draw() for field in FIELDS]
    return form.modal(
        DIALOG.name, title="Safe now", submit="Everybody is safe", blocks=blocks, ids={"incident": incident_id}
    )


def from_message(deps: Dependencies, press: Press) -> None:
    """For whoever may end it; everybody else is told why not before they write anything."""
    ending.ask(deps, press, Act.END_DANGER, draw=draw, otherwise=danger_screens.only_its_holder)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """It is over from then on, on every copy."""
    return ending.save(deps, sent, end_danger, FIELDS)


DIALOG = Dialog("safe_now", fields, draw, save)
