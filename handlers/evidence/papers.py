"""The first page of a paper, from the command or from its announcement. The files are made by a command."""

from bot.domain.evidence.period import Period, month_before
from bot.usecases.evidence.papers import evidence_for
from bot.views.evidence import papers
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command, Press
from handlers.evidence.send_paper import month_in


def from_command(deps: Dependencies, command: Command) -> None:
    """The latest month that is over."""
    _show(deps, command, month_before(deps.context.clock.now(), deps.context.service.zone))


def first_page(deps: Dependencies, press: Press) -> None:
    """The month that the button carries; the latest one if it carries none that can be read."""
    _show(deps, press, month_in(deps, press))


def _show(deps: Dependencies, request: Command | Press, period: Period) -> None:
    def fill() -> View:
        found = evidence_for(deps.context, period, by=request.person, now=deps.context.clock.now())
        return papers.first_page(found)

    open_then_fill(deps, request, fill)
