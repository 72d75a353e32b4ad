"""The dialog of a review: four boxes of one's own, beneath each what the others wrote."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.reviews.record import has_record
from bot.domain.reviews.review import LONGEST_BOX, Box, ReviewForm
from bot.domain.service.service import Service
from bot.usecases.reviews.take_part import write_in_review
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import View, button, buttons, section, small
from bot.views.reviews import review
from bot.views.reviews.content import ReviewContent
from bot.views.reviews.labels import FIRST_LINE, HINTS, LABELS
from handlers import home, review_screen
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.presses import show_in_place
from handlers.reviews import record_forms

FIELDS: list[form.Field] = [
    form.Text(
        box.value,
        LABELS[box],
        wrong=f"Write at most {LONGEST_BOX:,} characters, or leave it empty.",
        hint=HINTS[box],
        optional=True,
        longest=LONGEST_BOX,
    )
    for box in Box
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The four boxes, in the order they are shown."""
    return FIELDS


def draw(
    content: ReviewContent, service: Service, *, own: ReviewForm | None, seen: int, now: datetime, nonce: str
) -> View:
    """The boxes, filled with what this person wrote before."""
    guide = button("Conversation guide", action=action_ids.REVIEW_GUIDE, value=str(content.incident.id))
    blocks = [
        section(FIRST_LINE),
        small("You can save, stop, and go on later. Nobody can change your words."),
        buttons(guide),
    ]
    for field, box in zip(FIELDS, Box, strict=True):
        blocks += [field.draw(own.words(box) if own else None), *review.others(content, box, service, now=now)]
    ids = {"nonce": nonce, "incident": str(content.incident.id), "seen": str(seen)}
    return form.modal(DIALOG.name, title="Review", submit="Save", blocks=blocks, ids=ids)


def from_incident(deps: Dependencies, press: Press) -> None:
    """Review, on an opened incident, in a message or in Home: the boxes for whoever may write, else what was written.

    A deeper review begins with its record, from which a button leads to the boxes.
    """
    open_then_fill(deps, press, partial(_beginning, deps, press))


def from_review(deps: Dependencies, press: Press) -> None:
    """The boxes in place of the screen of the review: Slack shows three modals over each other at most."""
    show_in_place(deps, press, partial(_form_or_review, deps, press))


def _beginning(deps: Dependencies, press: Press) -> View:
    found = review_screen.read(deps, press.id, by=press.person)
    return record_forms.read(deps, press) if has_record(found.incident) else _form_or_words(deps, found)


def _form_or_review(deps: Dependencies, press: Press) -> View:
    return _form_or_words(deps, review_screen.read(deps, press.id, by=press.person))


def _form_or_words(deps: Dependencies, found: ReviewContent) -> View:
    return _form(deps, found) if found.may_write else review_screen.drawn(deps, found)


def _form(deps: Dependencies, found: ReviewContent) -> View:
    own, now = found.own, deps.context.clock.now()
    return draw(
        found,
        deps.context.service,
        own=own.boxes if own else None,
        seen=own.version if own else 0,
        now=now,
        nonce=new_nonce(),
    )


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Save this person's boxes. Then the review takes the form's place, with everybody's words."""
    written = form.validated(ReviewForm, form.by_name(FIELDS), **form.entered(sent.view, FIELDS))
    saved = write_in_review(
        deps.context,
        UUID(sent.ids["incident"]),
        written,
        seen=int(sent.ids["seen"]),
        key=sent.key,
        by=sent.person,
    )
    return Saved(partial(review_screen.drawn, deps, saved, saved=True), partial(home.refresh, deps, sent.person))


DIALOG = Dialog("review", fields, draw, save)
