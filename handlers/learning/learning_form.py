"""The dialog in which somebody of the safety team writes a learning point."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from bot.domain.learning.hints import Hint
from bot.domain.learning.point import LONGEST_TRY, LONGEST_WORDS, MOST_TRY, MOST_WORDS, LearningForm
from bot.domain.reviews.review import beginning, place_in
from bot.domain.service.access import NO_INCIDENT, Act, may
from bot.domain.service.service import Service
from bot.usecases.learning.approve import hints_for, read_point, write_point
from bot.usecases.reviews.lead import words_to_carry
from bot.views.kit import form, refusals
from bot.views.kit.blocks import View
from bot.views.learning import hints, points
from handlers import home, review_screen
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, open_then_fill, show
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.submissions import ShownAgain

HOME, AGAIN = "home", "again:"
"""What the button carries, if it is no report's id."""
OF_REVIEW = "of_review"


def fields(service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return [
        form.Text(
            "words",
            "What did we learn?",
            wrong=f"Write at most {LONGEST_WORDS} characters and {MOST_WORDS} words.",
            hint="One or two sentences about the work, for colleagues: what made it hard, what helps. No names.",
            longest=LONGEST_WORDS,
        ),
        form.Text(
            "to_try",
            "One thing to try",
            wrong=f"Write at most {LONGEST_TRY} characters and {MOST_TRY} words, or leave it empty.",
            optional=True,
            longest=LONGEST_TRY,
        ),
        form.Choices(
            "teams",
            "Which teams is it for?",
            wrong="Choose teams from the list.",
            hint="Leave it empty if it is for all teams.",
            optional=True,
            options=[(team.code, team.name) for team in service.teams],
        ),
    ]


def draw(
    service: Service,
    now: datetime,
    *,
    nonce: str,
    source: str = "",
    given: Mapping[str, Any] | None = None,
    found: Sequence[Hint] = (),
) -> View:
    """The dialog. With `found` it was sent once, and says which words stand out.

    "of_review" in `given` are the whole words of the review that it is filled with, as far as they fit.
    """
    answers = given or {}
    of_review = answers.get(OF_REVIEW)
    above = hints.blocks(found) if found else points.from_review(of_review)
    blocks = [*above, *(field.draw(answers.get(field.name)) for field in fields(service, now))]
    ids = {"nonce": nonce, "source": source} | ({"hinted": "yes"} if found else {})
    ids |= {"review": "yes"} if of_review is not None else {}
    return form.modal(DIALOG.name, title="Learning point", submit="Send", blocks=blocks, ids=ids)


def from_button(deps: Dependencies, press: Press) -> None:
    """Write a learning point, in Home or on an opened incident; or write one again that was sent back.

    Whether this person may do so with the incident is judged when it is sent.
    """
    context, now = deps.context, deps.context.clock.now()
    if press.value.startswith(AGAIN):
        open_then_fill(deps, press, partial(_again, deps, press, now))
    elif press.value != HOME:
        show(deps, press, draw(context.service, now, nonce=new_nonce(), source=str(press.id)))
    elif may(context.service, press.person, Act.WRITE_LEARNING, NO_INCIDENT):
        show(deps, press, draw(context.service, now, nonce=new_nonce()))
    else:
        show(deps, press, refusals.not_for_you(Act.WRITE_LEARNING))


def from_review(deps: Dependencies, press: Press) -> None:
    """Write what was learned, from words that stand in a review. Nothing exists before it is sent."""

    def fill() -> View:
        contribution, box = place_in(press.value)
        context, now = deps.context, deps.context.clock.now()
        by = press.person
        incident, words = words_to_carry(context, contribution, box, act=Act.WRITE_LEARNING, by=by, now=now)
        given = {"words": beginning(words, longest=LONGEST_WORDS, most_words=MOST_WORDS), OF_REVIEW: words}
        return draw(context.service, now, nonce=new_nonce(), source=str(incident), given=given)

    open_then_fill(deps, press, fill)


def _again(deps: Dependencies, press: Press, now: datetime) -> View:
    point = read_point(deps.context, UUID(press.value.removeprefix(AGAIN)), by=press.person, now=now)
    given = {"words": point.words, "to_try": point.to_try, "teams": point.teams}
    source = str(point.source or "")
    return draw(deps.context.service, now, nonce=new_nonce(), source=source, given=given)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep it for a second person. Words that stand out are shown once before."""
    context, now = deps.context, deps.context.clock.now()
    asked, ids = fields(context.service, now), sent.ids
    given = form.entered(sent.view, asked)
    written = form.validated(LearningForm, form.by_name(asked), **given)
    found = () if "hinted" in ids else hints_for(context, written)
    if found:
        given |= {OF_REVIEW: ""} if "review" in ids else {}
        again = partial(draw, nonce=ids["nonce"], source=ids["source"], given=given, found=found)
        raise ShownAgain(again(context.service, now))
    source = UUID(ids["source"]) if ids["source"] else None
    write_point(context, written, source=source, key=sent.key, by=sent.person, now=now)
    return Saved(points.sent, partial(_show_it_elsewhere, deps, sent))


def _show_it_elsewhere(deps: Dependencies, sent: Submission) -> None:
    """In Home, and in the review beneath."""
    noted(lambda: home.refresh(deps, sent.person))
    beneath = str(sent.view.get("previous_view_id") or "")
    if "review" in sent.ids and beneath:
        noted(lambda: review_screen.redraw(deps, UUID(sent.ids["source"]), by=sent.person, view_id=beneath))


DIALOG = Dialog("learning", fields, draw, save)
