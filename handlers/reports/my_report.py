"""A reporter opens their own report: from Home, the receipt or a direct message."""

from functools import partial
from uuid import UUID

from bot.usecases.incidents.own_report import mark_answers_read, my_report
from bot.views.kit.blocks import View
from bot.views.reports import my_report as view_of_own
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def open_own(deps: Dependencies, press: Press) -> None:
    """Open the report that the button stands for, for its reporter."""
    fill = partial(_view, deps, press.id, by=press.person)
    open_then_fill(deps, press, fill, then=partial(_note, deps, press.id))


def redraw(deps: Dependencies, report_id: UUID, *, by: str, view_id: str) -> None:
    """The same modal, as things are now."""
    deps.client.views_update(view_id=view_id, view=_view(deps, report_id, by=by))
    _note(deps, report_id)


def _view(deps: Dependencies, report_id: UUID, *, by: str) -> View:
    now = deps.context.clock.now()
    found = my_report(deps.context, report_id, by=by, now=now)
    return view_of_own.my_report(found, deps.context.service, now=now)


def _note(deps: Dependencies, report_id: UUID) -> None:
    mark_answers_read(deps.context, report_id, now=deps.context.clock.now())
