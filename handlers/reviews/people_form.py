"""The dialog in which the lead of a review invites people, and takes them off."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.reviews.review import MOST_PEOPLE
from bot.domain.service.service import Service
from bot.usecases.reviews.lead import choose_people, people_of_review
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from bot.views.reviews import people
from handlers import review_screen
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.members import is_one_of_us
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission

FIELDS: list[form.Field] = [
    form.People(
        "people",
        "Taking part, beside you",
        wrong=f"Choose at most {MOST_PEOPLE} people.",
        hint="They can read the report and everything in this review. Take somebody off by removing their name.",
        optional=True,
        most=MOST_PEOPLE,
    )
]
_NOT_OURS = "Somebody here does not work here. Choose people of this workspace only."


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, chosen: Collection[str], incident_id: str, nonce: str) -> View:
    blocks = [
        section("Invite people of every profession. Each gets a message with a button, and no word of the report."),
        *(field.draw(sorted(chosen)) for field in FIELDS),
    ]
    ids = {"nonce": nonce, "incident": incident_id}
    return form.modal(DIALOG.name, title="Invite people", submit="Save", blocks=blocks, ids=ids)


def from_review(deps: Dependencies, press: Press) -> None:
    """Invite people, on the screen of a review."""

    def fill() -> View:
        chosen = people_of_review(deps.context, press.id, by=press.person, now=deps.context.clock.now())
        return draw(chosen=chosen, incident_id=str(press.id), nonce=new_nonce())

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep who takes part. Whoever is new is told; whoever is gone sees nothing of it from now on."""
    about = UUID(sent.ids["incident"])
    given = form.entered(sent.view, FIELDS)["people"] or []
    if not all(deps.context.service.name_of(person) or is_one_of_us(deps, person) for person in given):
        raise form.FormRefused({"people": _NOT_OURS})
    chosen = choose_people(deps.context, about, given, by=sent.person, now=deps.context.clock.now())
    beneath = str(sent.view.get("previous_view_id") or "")
    then = partial(review_screen.redraw, deps, about, by=sent.person, view_id=beneath)
    return Saved(partial(people.saved, chosen), then if beneath else None)


DIALOG = Dialog("review_people", fields, draw, save)
