"""The answers of a team to its bulletin. The thanks is a modal: nobody else sees it."""

import logging
from functools import partial
from uuid import UUID

from bot.domain.bulletins.answers import BulletinAnswer
from bot.domain.calendar import local_date
from bot.usecases.actions.hold_answers import Taken
from bot.usecases.bulletins.answers import answer_bulletin, read_written
from bot.usecases.permissions import NotFound
from bot.views.bulletins import answered
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Listeners, on_press
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press
from handlers.bolt.presses import thank

_log = logging.getLogger("candour.bulletins")
_ANSWERS = {
    action_ids.BULLETIN_TRY: BulletinAnswer.TRY,
    action_ids.BULLETIN_DO_ALREADY: BulletinAnswer.DO_ALREADY,
    action_ids.BULLETIN_NOT_FOR_US: BulletinAnswer.NOT_FOR_US,
    action_ids.BULLETIN_HUDDLE: BulletinAnswer.HUDDLE,
}


def _press(answer: BulletinAnswer, deps: Dependencies, press: Press) -> None:
    def save() -> View:
        now = deps.context.clock.now()
        return _shown(answer_bulletin(deps.context, press.id, answer, by=press.person, now=now), press.id)

    thank(deps, press, save, journal=_log)


def _shown(taken: Taken, draft: UUID) -> View:
    match taken:
        case Taken.SAVED:
            return answered.thanks(str(draft))
        case Taken.AGAIN:
            return answered.again(str(draft))
        case Taken.CLOSED:
            return answered.closed()


def read_words(deps: Dependencies, press: Press) -> None:
    """What was written, to the lead of the team."""

    def fill() -> View:
        service, now = deps.context.service, deps.context.clock.now()
        draft, written = read_written(deps.context, press.id, by=press.person, now=now)
        team = service.team(draft.team)
        if team is None:
            raise NotFound
        return answered.opened(draft, team, written, today=local_date(now, team.zone))

    open_then_fill(deps, press, fill)


ANSWERS: Listeners = tuple(on_press(action, partial(_press, answer)) for action, answer in _ANSWERS.items())
