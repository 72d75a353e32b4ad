"""Take over now, in Home; Yes, I have it and I cannot, in the direct message that asks."""

import logging
from collections.abc import Callable

from bot.domain.service.rota import OnCall, RotaReason, RotaRefused
from bot.domain.service.service import Service
from bot.usecases.permissions import NotForYou
from bot.usecases.service import rota
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from bot.views.service import rota_screens
from bot.views.shared import rota_messages
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import MessagePlace, Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.rota")
Shows = Callable[[OnCall, Service], View]


def take_over_now(deps: Dependencies, press: Press) -> None:
    """Take over now."""

    def change() -> OnCall:
        return rota.take_over(deps.context, by=press.person, now=deps.context.clock.now())

    _answer(deps, press, change, form=action_ids.ON_CALL_TAKE_OVER, shows=rota_screens.now_on_call)


def accept(deps: Dependencies, press: Press) -> None:
    """Yes, I have it."""

    def change() -> OnCall:
        return rota.accept_shift(deps.context, press.id, by=press.person, now=deps.context.clock.now())

    _answer(deps, press, change, form=action_ids.ON_CALL_ACCEPT, shows=rota_screens.now_on_call)


def decline(deps: Dependencies, press: Press) -> None:
    """I cannot."""

    def change() -> OnCall:
        return rota.decline_shift(deps.context, press.id, by=press.person, now=deps.context.clock.now())

    _answer(deps, press, change, form=action_ids.ON_CALL_DECLINE, shows=rota_screens.declined)


def _answer(deps: Dependencies, press: Press, change: Callable[[], OnCall], *, form: str, shows: Shows) -> None:
    """Save it, say what came of it, and show it in Home and in place of the question."""
    try:
        with counted(deps, form):
            on_call = change()
        view = shows(on_call, deps.context.service)
    except RotaRefused as refusal:
        view = rota_screens.refused(RotaReason(refusal.reason))
    except NotForYou:
        view = rota_screens.not_on_the_rota(deps.context.service)
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("an answer about the rota was not confirmed: %(error)s", {"error": type(failure).__name__})
        show(deps, press, refusals.press_again())
        return
    show(deps, press, view)
    noted(lambda: home.publish(deps, press.person))
    if place := press.message:
        noted(lambda: _redraw(deps, place, view))


def _redraw(deps: Dependencies, place: MessagePlace, view: View) -> None:
    """The question says what came of it: it has no buttons any more."""
    message = rota_messages.answered(view["blocks"][0]["text"]["text"])
    deps.client.chat_update(channel=place.channel, ts=place.ts, text=message.text, blocks=message.blocks)
