"""Reading a learning point, and the buttons of the person who approves it."""

from collections.abc import Callable

from bot.domain.learning.point import LearningPoint
from bot.usecases.learning.approve import approve_point, is_theme_only, read_point, send_back_point
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from bot.views.learning import points
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press
from handlers.bolt.presses import save_and_show


def open_point(deps: Dependencies, press: Press) -> None:
    """The exact words, with the buttons that are this person's."""
    context, now = deps.context, deps.context.clock.now()

    def fill() -> View:
        point = read_point(context, press.id, by=press.person, now=now)
        themes_only = is_theme_only(context, point)
        return points.opened(point, context.service, by=press.person, now=now, from_anonymous=themes_only)

    open_then_fill(deps, press, fill)


def approve(deps: Dependencies, press: Press) -> None:
    """Approve these words."""
    _decide(deps, press, approve_point, named=action_ids.APPROVE_LEARNING)


def send_back(deps: Dependencies, press: Press) -> None:
    """Send back, or take back."""
    _decide(deps, press, send_back_point, named=action_ids.SEND_BACK_LEARNING)


def _decide(deps: Dependencies, press: Press, use_case: Callable[..., LearningPoint], *, named: str) -> None:
    """What was decided takes the place of the learning point, and Home is drawn anew."""

    def save() -> View:
        return points.decided(use_case(deps.context, press.id, by=press.person, now=deps.context.clock.now()))

    save_and_show(deps, press, save, named=named)
    noted(lambda: home.refresh(deps, press.person))


COUNTED = (action_ids.APPROVE_LEARNING, action_ids.SEND_BACK_LEARNING)
