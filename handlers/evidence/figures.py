"""The figures of the latest days, from the command or from Home."""

from bot.domain.calendar import local_date
from bot.usecases.evidence.figures import figures_for
from bot.views.evidence import figures
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command, Press


def show(deps: Dependencies, request: Command | Press) -> None:
    def fill() -> View:
        now = deps.context.clock.now()
        period, found, felt = figures_for(deps.context, by=request.person, now=now)
        return figures.modal(period, found, felt, today=local_date(now, deps.context.service.zone))

    open_then_fill(deps, request, fill)
