"""Reading a learning point, and the buttons of the person who approves it."""

from collections.abc import Callable

from bot.domain.learning.point import LearningPoint
from bot.domain.refusals import Refused
from bot.usecases.learning.approve import approve_point, read_point, send_back_point
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import reasons, refusals
from bot.views.kit.blocks import View
from bot.views.learning import points
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def open_point(deps: Dependencies, press: Press) -> None:
    """The exact words, with the buttons that are this person's."""
    context, now = deps.context, deps.context.clock.now()

    def fill() -> View:
        point = read_point(context, press.id, by=press.person, now=now)
        return points.opened(point, context.service, by=press.person, now=now)

    open_then_fill(deps, press, fill)


def approve(deps: Dependencies, press: Press) -> None:
    """Approve these words."""
    _decide(deps, press, approve_point)


def send_back(deps: Dependencies, press: Press) -> None:
    """Send back, or take back."""
    _decide(deps, press, send_back_point)


def _decide(deps: Dependencies, press: Press, use_case: Callable[..., LearningPoint]) -> None:
    """What was decided takes the place of the learning point."""
    now = deps.context.clock.now()
    try:
        view = points.decided(use_case(deps.context, press.id, by=press.person, now=now))
    except Refused as refusal:
        view = refusals.not_changed(reasons.words_for(refusal))
    except NotForYou:
        view = refusals.only_the_safety_team()
    except NotFound:
        view = refusals.not_found()
    deps.client.views_update(view_id=press.view_id, view=view)
