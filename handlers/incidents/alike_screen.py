"""Similar incidents, from the screen of an incident."""

from bot.usecases.incidents.alike import similar_incidents
from bot.views.incidents import alike
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def from_incident(deps: Dependencies, press: Press) -> None:
    """The modal opens at once, because to compare hundreds of texts takes a moment."""

    def fill() -> View:
        now = deps.context.clock.now()
        found = similar_incidents(deps.context, press.id, by=press.person, now=now)
        return alike.alike(found, deps.context.service, now=now)

    open_then_fill(deps, press, fill)
