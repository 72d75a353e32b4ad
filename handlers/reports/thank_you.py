"""Somebody who was thanked for good care reads the words that are for them."""

from bot.usecases.incidents.thank_yous import open_thank_you
from bot.views.kit.blocks import View
from bot.views.reports import thank_yous
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def read(deps: Dependencies, press: Press) -> None:
    def fill() -> View:
        now = deps.context.clock.now()
        return thank_yous.thank_you(open_thank_you(deps.context, press.id, by=press.person, now=now))

    open_then_fill(deps, press, fill)
