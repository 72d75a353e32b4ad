"""All of a person's own reports, or actions: a modal whose pages are turned in place."""

from collections.abc import Mapping

from bot.usecases import home
from bot.views.home import own_lists
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Listeners, on_press
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command, Press


def open_reports(deps: Dependencies, request: Press | Command) -> None:
    """All my reports, from Home or from the command."""
    open_then_fill(deps, request, lambda: _page(deps, request.person, own_lists.REPORTS, 0))


def open_actions(deps: Dependencies, request: Press | Command) -> None:
    """All my actions, from Home."""
    open_then_fill(deps, request, lambda: _page(deps, request.person, own_lists.ACTIONS, 0))


def turn(deps: Dependencies, press: Press) -> None:
    """Another page, in the same modal."""
    redraw(deps, press.person, view_id=press.view_id, ids={**press.ids, "page": press.value})


def redraw(deps: Dependencies, person: str, *, view_id: str, ids: Mapping[str, str]) -> None:
    """After something was done on a row of such a modal: its page as it is now. Nothing for any other modal."""
    if "list" in ids:
        view = _page(deps, person, ids["list"], _number(ids.get("page", "")))
        deps.client.views_update(view_id=view_id, view=view)


def place_in_list(ids: Mapping[str, str]) -> dict[str, str]:
    """The list and its page that a modal carries, for a form that opens over it."""
    return {name: ids[name] for name in ("list", "page") if name in ids}


def _number(page: str) -> int:
    return int(page) if page.isdecimal() else 0


def _page(deps: Dependencies, person: str, what: str, page: int) -> View:
    context, now = deps.context, deps.context.clock.now()
    if what == own_lists.ACTIONS:
        actions = home.page_of_actions(context, person, page=page)
        return own_lists.all_actions(actions.rows, page=page, later=actions.later, now=now)
    reports = home.page_of_reports(context, person, page=page)
    return own_lists.all_reports(reports.rows, context.service, page=page, later=reports.later, now=now)


LISTENERS: Listeners = (
    on_press(action_ids.ALL_OWN_REPORTS, open_reports),
    on_press(action_ids.ALL_OWN_ACTIONS, open_actions),
    on_press(action_ids.LIST_NEXT, turn),
    on_press(action_ids.LIST_BACK, turn),
)
