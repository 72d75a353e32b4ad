"""How far an incident has come, on one screen."""

from bot.usecases.evidence.pathway import pathway_of
from bot.views.incidents import pathway
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def open_pathway(deps: Dependencies, press: Press) -> None:
    """On an opened incident."""
    context, now = deps.context, deps.context.clock.now()

    def fill() -> View:
        seen = pathway_of(context, press.id, by=press.person, now=now)
        return pathway.pathway(seen.reference, seen.legs, seen.affected, context.service, themes=seen.themes, now=now)

    open_then_fill(deps, press, fill)
