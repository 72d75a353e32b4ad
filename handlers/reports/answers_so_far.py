"""Answers in the report form that change it as soon as they are given: whom to phone, harm, who is involved.

Change is a press and no answer: what came before it must not fold the details again.
"""

from bot.domain.reports.kinds import NOT_SURE
from bot.domain.reports.types import ReportType
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import View
from bot.views.reports import open_form
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Choice
from handlers.reports.report_form import details, opened_at
from handlers.reports.shown_changes import UNFOLDED, show_changed
from handlers.reports.unsent import hand_over


def chosen(deps: Dependencies, choice: Choice) -> None:
    """Show what the answers so far add, or take away what they no longer ask for."""
    view = _with_answer(choice.view, choice.name, choice.value)
    hand_over(deps, view, press=choice.at)
    again = open_form.is_folded(view) and str(view.get("external_id")) in UNFOLDED
    opened = unfolded(deps, view) if again else None
    completed = open_form.completed(opened or view, "", deps.context.service) or opened
    if completed is not None:
        show_changed(deps, choice.view, form.for_update(completed))


def change_details(deps: Dependencies, choice: Choice) -> None:
    """Change: the fields in place of the line, filled in as the line said."""
    hand_over(deps, choice.view, press=choice.at)
    UNFOLDED.add(str(choice.view.get("external_id")))
    view = unfolded(deps, choice.view)
    completed = open_form.completed(view, "", deps.context.service)
    show_changed(deps, choice.view, form.for_update(completed or view))


def _with_answer(view: View, name: str, value: str) -> View:
    """The form with the answer that was just given, which Slack may not have put into it yet."""
    if not value:
        return view
    state = view.get("state") or {}
    values = {**(state.get("values") or {}), name: {name: {"selected_option": {"value": value}}}}
    return view | {"state": {**state, "values": values}}


def unfolded(deps: Dependencies, view: View) -> View:
    """The form with the fields of its line, filled in as the line said."""
    ids = form.remembered(view)
    initial = {
        action_ids.REPORT_TYPE: ReportType.INCIDENT,
        action_ids.REPORT_KIND: NOT_SURE,
        "team": ids.get("team"),
        "happened_at": opened_at(ids),
    }
    asked = details(deps.context.service, deps.context.clock.now())
    return open_form.unfolded(view, [field.draw(initial.get(field.name)) for field in asked])
