"""The reporter of a story reads the words that were learned from it, and says whether they may be told."""

from functools import partial
from uuid import UUID

from bot.domain.calendar import local_date
from bot.domain.learning.consent import ConsentAnswer
from bot.usecases.bulletins.consents import Asked, answer_words
from bot.usecases.bulletins.consents import read_words as read
from bot.views.bulletins import consents
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Listeners, on_press
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press
from handlers.bolt.presses import show_in_place

_ANSWERS = {
    action_ids.CONSENT_FINE: ConsentAnswer.FINE,
    action_ids.CONSENT_PLEASE_NOT: ConsentAnswer.PLEASE_NOT,
}


def read_words(deps: Dependencies, press: Press) -> None:
    """The exact words."""

    def fill() -> View:
        point, report = _ids(press)
        return _drawn(deps, read(deps.context, point, report, by=press.person, now=deps.context.clock.now()))

    open_then_fill(deps, press, fill)


def _answer(answer: ConsentAnswer, deps: Dependencies, press: Press) -> None:
    """Fine, or please not. Nothing is counted here that could say when."""

    def save() -> View:
        point, report = _ids(press)
        now = deps.context.clock.now()
        return _drawn(deps, answer_words(deps.context, point, report, answer, by=press.person, now=now))

    show_in_place(deps, press, save)


def _ids(press: Press) -> tuple[UUID, UUID]:
    point, _, report = press.value.partition(":")
    return UUID(point), UUID(report)


def _drawn(deps: Dependencies, asked: Asked) -> View:
    zone, now = deps.context.service.zone, deps.context.clock.now()
    until, today = local_date(asked.consent.until_at, zone), local_date(now, zone)
    return consents.words(asked.point, asked.consent, told=asked.told, until=until, today=today)


ANSWERS: Listeners = tuple(on_press(action, partial(_answer, answer)) for action, answer in _ANSWERS.items())
