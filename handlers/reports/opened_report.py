"""Open, on a card: the report with its words, for the safety team."""

from bot.usecases.incidents.open_report import mark_report_read, open_report
from bot.views.kit.blocks import View
from bot.views.reports import opened
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def from_card(deps: Dependencies, press: Press) -> None:
    """Open the report that the button stands for."""
    context = deps.context

    def fill() -> View:
        now = context.clock.now()
        found = open_report(context, press.id, by=press.person, now=now)
        return opened.report(found.versions, found.narratives, found.actions, context.service, now=now)

    def note() -> None:
        mark_report_read(context, press.id, now=context.clock.now())

    open_then_fill(deps, press, fill, then=note)
