"""The answers of a ward to the question whether an action holds. The thanks is a modal: nobody else sees it."""

import logging
from collections.abc import Callable
from functools import partial

from bot.domain.actions.hold import HoldAnswer
from bot.usecases.actions.hold_answers import Taken, answer_question
from bot.views.actions import hold_screens
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Listeners, on_press
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press

_log = logging.getLogger("candour.actions")
_ANSWERS = {
    action_ids.HOLD_YES: HoldAnswer.HOLDS,
    action_ids.HOLD_PARTLY: HoldAnswer.PARTLY,
    action_ids.HOLD_SLIPPED: HoldAnswer.SLIPPED,
    action_ids.HOLD_ANSWERED: HoldAnswer.ANSWERED,
    action_ids.HOLD_TALK: HoldAnswer.TALK,
}
_SHOWN: dict[Taken, Callable[[], View]] = {
    Taken.SAVED: hold_screens.thanks,
    Taken.AGAIN: hold_screens.again,
    Taken.CLOSED: hold_screens.closed,
}


def _press(answer: HoldAnswer, deps: Dependencies, press: Press) -> None:
    """Nothing is counted or logged here that could say who answered, or when."""
    show(deps, press, _saved(answer, deps, press))


def _saved(answer: HoldAnswer, deps: Dependencies, press: Press) -> View:
    try:
        now = deps.context.clock.now()
        return _SHOWN[answer_question(deps.context, press.id, answer, by=press.person, now=now)]()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("an answer was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()


ANSWERS: Listeners = tuple(on_press(action, partial(_press, answer)) for action, answer in _ANSWERS.items())
