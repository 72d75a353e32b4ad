"""No danger: a safety lead ends one that is none, with a reason."""

from datetime import datetime

from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.usecases.incidents.danger import downgrade_danger
from bot.views.incidents import danger_screens
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import ending

FIELDS = [
    form.Text(
        "words",
        "Why is it no danger?",
        wrong="Write in a few words why it is no danger.",
        hint="Your name and this reason are kept with the report.",
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return [*FIELDS]


def draw(*, incident_id: str) -> View:
    """The dialog, over the message."""
    blocks = [field.draw() for field in FIELDS]
    return form.modal(
        DIALOG.name, title="No danger", submit="It is no danger", blocks=blocks, ids={"incident": incident_id}
    )


def from_message(deps: Dependencies, press: Press) -> None:
    """For whoever may end it; everybody else is told why not before they write anything."""
    ending.ask(deps, press, Act.DOWNGRADE_DANGER, draw=draw, otherwise=danger_screens.only_a_safety_lead)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """It is over from then on, on every copy."""
    return ending.save(deps, sent, downgrade_danger, FIELDS)


DIALOG = Dialog("no_danger", fields, draw, save)
