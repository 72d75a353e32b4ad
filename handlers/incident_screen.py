"""The screen of an incident, drawn and redrawn: what stands beneath every form of the safety team."""

from collections.abc import Callable
from uuid import UUID

from bot.usecases.incidents.open_incident import OpenedIncident, mark_read, open_incident
from bot.views.incidents import opened
from bot.views.incidents.content import IncidentContent
from bot.views.kit.blocks import View
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command, Press
from handlers.report_cards import redraw_cards


def open_on(deps: Dependencies, press: Press) -> None:
    """Open the incident of the report that the button stands for. A row of Home says afterwards what is true."""
    open_found(deps, press, lambda: press.id)
    if press.in_home:
        home.publish_again(deps, press)


def open_found(deps: Dependencies, request: Press | Command, find: Callable[[], UUID]) -> None:
    """Open the incident of the report that `find` finds. Once it is shown, its reports count as read."""
    shown: list[IncidentContent] = []

    def fill() -> View:
        shown.append(read(deps, find(), by=request.person))
        return drawn(deps, shown[0])

    open_then_fill(deps, request, fill, then=lambda: note_read(deps, shown[0], by=request.person))


def redraw(deps: Dependencies, report_id: UUID, *, by: str, view_id: str) -> None:
    """Show it as it is now, with its cards and its row. Its words are read anew, so that is recorded as well."""
    deps.client.views_update(view_id=view_id, view=drawn(deps, read(deps, report_id, by=by)))
    redraw_cards(deps, report_id)
    noted(lambda: home.refresh(deps, by))


def read(deps: Dependencies, report_id: UUID, *, by: str) -> IncidentContent:
    """The incident of this report with its words, which is recorded. Raises `NotForYou` or `NotFound`."""
    return content_of(open_incident(deps.context, report_id, by=by, now=deps.context.clock.now()))


def content_of(found: OpenedIncident) -> IncidentContent:
    return IncidentContent(
        incident=found.incident,
        reports=found.reports,
        others=found.others,
        conversation=found.conversation,
        actions=found.actions,
        reason=found.reason,
        acts=found.acts,
        danger=found.danger,
        danger_words=found.danger_words,
        duties=found.duties,
    )


def drawn(deps: Dependencies, content: IncidentContent) -> View:
    return opened.incident(content, deps.context.service, now=deps.context.clock.now())


def note_read(deps: Dependencies, content: IncidentContent, *, by: str) -> None:
    """It has been shown: reporters are told so, and the first time the cards say who has read it."""
    if mark_read(deps.context, content.report_ids, by=by, now=deps.context.clock.now()):
        redraw_cards(deps, content.incident.id)
