"""Buttons of a review: its guide, agreeing it, and opening it again."""

from collections.abc import Callable

from bot.usecases.reviews.lead import agree_review, reopen_review
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from bot.views.reviews import guide
from bot.views.reviews.content import ReviewContent
from handlers import home, review_screen
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.presses import save_and_show, show_in_place
from handlers.report_cards import redraw_cards


def open_guide(deps: Dependencies, press: Press) -> None:
    """On top of the boxes, so that nothing that is typed is lost."""
    show(deps, press, guide.guide())


def from_record(deps: Dependencies, press: Press) -> None:
    """The four boxes of everybody, in place of the record."""
    show_in_place(deps, press, lambda: review_screen.drawn(deps, review_screen.read(deps, press.id, by=press.person)))


def agree(deps: Dependencies, press: Press) -> None:
    """From now on its words can become actions and learning points."""
    _decide(deps, press, agree_review, named=action_ids.REVIEW_AGREE)


def reopen(deps: Dependencies, press: Press) -> None:
    """People can write again."""
    _decide(deps, press, reopen_review, named=action_ids.REVIEW_REOPEN)


def _decide(deps: Dependencies, press: Press, use_case: Callable[..., ReviewContent], *, named: str) -> None:
    def save() -> View:
        found = use_case(deps.context, press.id, by=press.person, now=deps.context.clock.now())
        return review_screen.drawn(deps, found)

    save_and_show(deps, press, save, named=named)
    redraw_cards(deps, press.id)
    noted(lambda: home.refresh(deps, press.person))


COUNTED = (action_ids.REVIEW_AGREE, action_ids.REVIEW_REOPEN)
