"""Open, on a card or a row: the report with its words, for the safety team."""

from uuid import UUID

from bot.usecases.incidents.find import find_report
from bot.usecases.incidents.open_report import mark_report_read, open_report
from bot.views.kit.blocks import View
from bot.views.reports import opened
from handlers import home
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command, Press
from handlers.report_cards import redraw_cards


def from_card(deps: Dependencies, press: Press) -> None:
    """Open the report that the button stands for. Where it stands in Home, the row says afterwards what is true."""
    open_then_fill(
        deps,
        press,
        lambda: draw(deps, press.id, by=press.person),
        then=lambda: note(deps, press.id, by=press.person),
    )
    if press.in_home:
        home.publish_again(deps, press)


def from_command(deps: Dependencies, command: Command, reference: str) -> None:
    """Open the report with this reference."""
    found: list[UUID] = []

    def fill() -> View:
        found.append(find_report(deps.context, reference, by=command.person))
        return draw(deps, found[0], by=command.person)

    open_then_fill(deps, command, fill, then=lambda: note(deps, found[0], by=command.person))


def draw(deps: Dependencies, report_id: UUID, *, by: str) -> View:
    """The report with its words. The opening is recorded."""
    context, now = deps.context, deps.context.clock.now()
    found = open_report(context, report_id, by=by, now=now)
    return opened.report(found.versions, found.narratives, found.actions, context.service, now=now)


def note(deps: Dependencies, report_id: UUID, *, by: str) -> None:
    """It has been shown: its reporter is told so, and the first time its cards say who has read it."""
    if mark_report_read(deps.context, report_id, by=by, now=deps.context.clock.now()):
        redraw_cards(deps, report_id)
