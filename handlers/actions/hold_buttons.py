"""The answers of a ward to the question whether an action holds. The thanks is a modal: nobody else sees it."""

import logging
from collections.abc import Callable
from functools import partial

from bot.domain.actions.hold import HoldAnswer
from bot.usecases.actions.hold_answers import Taken, answer_question
from bot.views.actions import hold_screens
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Listeners, on_press
from handlers.bolt.payloads import Press
from handlers.bolt.presses import thank

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
    def save() -> View:
        now = deps.context.clock.now()
        return _SHOWN[answer_question(deps.context, press.id, answer, by=press.person, now=now)]()

    thank(deps, press, save, journal=_log)


ANSWERS: Listeners = tuple(on_press(action, partial(_press, answer)) for action, answer in _ANSWERS.items())
