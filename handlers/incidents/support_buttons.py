"""The answers to the question after harm: support was offered, support is done."""

from functools import partial

from bot.domain.incidents.support import Support
from bot.usecases.incidents.support import say_support
from bot.views.incidents import saved_screens
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.incidents.pressed import saved_or_why_not

_SHOWN = {Support.OFFERED: saved_screens.support_offered, Support.DONE: saved_screens.support_done}


def _press(deps: Dependencies, press: Press, *, pressed: Support, named: str) -> None:
    """Show that it is saved; or why it is not."""

    def save() -> View:
        say_support(deps.context, press.id, pressed, by=press.person, now=deps.context.clock.now())
        return _SHOWN[pressed]()

    show(deps, press, saved_or_why_not(deps, save, named=named, not_for_you=refusals.not_asked_about_support))


offered = partial(_press, pressed=Support.OFFERED, named=action_ids.SUPPORT_OFFERED)
done = partial(_press, pressed=Support.DONE, named=action_ids.SUPPORT_DONE)
COUNTED = (action_ids.SUPPORT_OFFERED, action_ids.SUPPORT_DONE)
