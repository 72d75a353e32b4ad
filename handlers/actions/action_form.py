"""The action dialog: what will change, who does it by when, and who checks how that it works."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from bot.domain.actions.action import LONGEST_FOR_WARD, LONGEST_WORDS, ActionForm
from bot.domain.actions.strength import asks_to_remember
from bot.domain.reviews.review import beginning, place_in
from bot.domain.service.access import Act
from bot.domain.service.service import Role, Service
from bot.usecases.actions.agree_and_answer import agree_action
from bot.usecases.reviews.lead import words_to_carry
from bot.usecases.reviews.record import improvement_to_carry
from bot.views.actions import stronger
from bot.views.kit import form, refusals
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks
from handlers import incident_screen, review_screen
from handlers.actions import owners
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, open_then_fill, show
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.submissions import ShownAgain

FIELDS = [
    form.Text(
        "change",
        "What will change?",
        wrong=f"Write what will change, in at most {LONGEST_WORDS} characters.",
        hint="The owner gets these words in a direct message. Leave out anything that could identify a person.",
        longest=LONGEST_WORDS,
    ),
    form.Person("owner", "Who will do it?", wrong="Choose one person.", hint="One owner, so that it gets done."),
    form.Day("due_on", "When is it due?", wrong="Choose a date."),
    form.Text(
        "measure",
        "How will we know that it works?",
        wrong=f"Write at most {LONGEST_WORDS} characters, or leave it empty.",
        hint="Leave it empty if this is not decided yet. The owner sees these words too.",
        optional=True,
        longest=LONGEST_WORDS,
    ),
    form.Person(
        "checker",
        "Who checks that it works?",
        wrong="Choose one person.",
        hint="Somebody else than the owner. If you leave it empty, you check it.",
        optional=True,
    ),
    form.Person(
        "deputy",
        "Who does it when the owner cannot?",
        wrong="Choose one person.",
        optional=True,
    ),
    form.Text(
        "for_ward",
        "In one sentence for the ward",
        wrong=f"Write one sentence, in at most {LONGEST_FOR_WARD} characters, or leave it empty.",
        hint="Name no person. A channel shows it only once the checker approves it. Leave it empty, and none does.",
        optional=True,
        longest=LONGEST_FOR_WARD,
    ),
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return FIELDS


def draw(
    *,
    nonce: str,
    report_id: str,
    entered: Mapping[str, Any] | None = None,
    weak: bool = False,
    of_review: bool = False,
) -> View:
    """The dialog, made from a report or its review. It comes back once with what was entered, if that is `weak`."""
    given = entered or {}
    blocks = [field.draw(given.get(field.name)) for field in FIELDS]
    ids = {"nonce": nonce, "report": report_id} | ({"review": "yes"} if of_review else {})
    if weak:
        blocks.insert(1, stronger.idea())
        ids["asked_again"] = "yes"
    return form.modal(DIALOG.name, title="Make an action", submit="Agree", blocks=blocks, ids=ids)


def from_report(deps: Dependencies, press: Press) -> None:
    """Make an action, on an opened report: the form is pushed on top of it."""
    view = (
        draw(nonce=new_nonce(), report_id=str(press.id))
        if deps.context.service.may(press.person, Role.SAFETY_TEAM)
        else refusals.only_the_safety_team()
    )
    show(deps, press, view)


def from_review(deps: Dependencies, press: Press) -> None:
    """Make an action of words that stand in a review. The form shows them before anything exists."""

    def fill() -> View:
        contribution, box = place_in(press.value)
        incident, words = words_to_carry(
            deps.context,
            contribution,
            box,
            act=Act.AGREE_ACTION,
            by=press.person,
            now=deps.context.clock.now(),
        )
        change = beginning(words, longest=LONGEST_WORDS, most_words=LONGEST_WORDS)
        return draw(nonce=new_nonce(), report_id=str(incident), entered={"change": change}, of_review=True)

    open_then_fill(deps, press, fill)


def from_record(deps: Dependencies, press: Press) -> None:
    """Make an action of an area for improvement. The form shows its words before anything exists."""

    def fill() -> View:
        now = deps.context.clock.now()
        incident, words = improvement_to_carry(deps.context, press.id, by=press.person, now=now)
        change = beginning(words, longest=LONGEST_WORDS, most_words=LONGEST_WORDS)
        return draw(nonce=new_nonce(), report_id=str(incident), entered={"change": change}, of_review=True)

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Agree the action. The owner is looked up first: one person who works here, and where they are."""
    entered = form.entered(sent.view, FIELDS)
    answered = form.validated(ActionForm, form.by_name(FIELDS), **entered)
    if "asked_again" not in sent.ids and asks_to_remember(answered.change):
        again = {"nonce": sent.ids["nonce"], "report_id": sent.ids["report"], "of_review": "review" in sent.ids}
        raise ShownAgain(draw(**again, entered=entered, weak=True))  # type: ignore[arg-type]
    zone = owners.owner_time_zone(deps, answered.owner, otherwise=deps.context.service.time_zone)
    report_id = UUID(sent.ids["report"])
    action = agree_action(deps.context, answered, report_id=report_id, key=sent.key, by=sent.person, owner_zone=zone)
    beneath = str(sent.view.get("previous_view_id") or "")
    screen = review_screen if "review" in sent.ids else incident_screen
    then = partial(screen.redraw, deps, report_id, by=sent.person, view_id=beneath)
    show_agreed = partial(action_blocks.agreed, action, now=deps.context.clock.now())
    return Saved(show_agreed, then if beneath else None)


DIALOG = Dialog("action", fields, draw, save)
