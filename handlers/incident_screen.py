"""The screen of an incident, drawn and redrawn: what stands beneath every form of the safety team."""

from uuid import UUID

from bot.usecases.incidents.open_incident import mark_read, open_incident
from bot.views.incidents import opened
from bot.views.incidents.content import IncidentContent
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def open_on(deps: Dependencies, press: Press) -> None:
    """Open the incident of the report that the button stands for. Once it is shown, its reports count as read."""
    shown: list[IncidentContent] = []

    def fill() -> View:
        shown.append(read(deps, press.id, by=press.person))
        return _drawn(deps, shown[0])

    def note() -> None:
        mark_read(deps.context, shown[0].report_ids, now=deps.context.clock.now())

    open_then_fill(deps, press, fill, then=note)


def redraw(deps: Dependencies, report_id: UUID, *, by: str, view_id: str) -> None:
    """Show it as it is now. Its words are read anew, so that is recorded as well."""
    deps.client.views_update(view_id=view_id, view=_drawn(deps, read(deps, report_id, by=by)))


def read(deps: Dependencies, report_id: UUID, *, by: str) -> IncidentContent:
    """The incident of this report with its words, which is recorded. Raises `NotForYou` or `NotFound`."""
    found = open_incident(deps.context, report_id, by=by, now=deps.context.clock.now())
    return IncidentContent(
        incident=found.incident,
        reports=found.reports,
        others=found.others,
        conversation=found.conversation,
        actions=found.actions,
        reason=found.reason,
        acts=found.acts,
    )


def _drawn(deps: Dependencies, content: IncidentContent) -> View:
    return opened.incident(content, deps.context.service, now=deps.context.clock.now())
