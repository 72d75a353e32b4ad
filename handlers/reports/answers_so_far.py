"""Answers in the report form that change it as soon as they are given: whom to phone, and who is involved."""

from slack_sdk.errors import SlackApiError

from bot.views.kit import form
from bot.views.reports import open_form
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Choice

_CHANGED_MEANWHILE = "hash_conflict"
_GONE_MEANWHILE = "not_found"


def chosen(deps: Dependencies, choice: Choice) -> None:
    """With the hash of what the person sees. If the form has changed since, two answers came at once.

    Then what is added is shown without the hash, because it follows from all answers and fields keep what was typed.
    Nothing is taken away so, because a newer answer may have added it. Then the form is addressed by its own id:
    a receipt that has taken its place has the same view id, and must stay.
    """
    view = open_form.completed(choice.view, choice.value, deps.context.service)
    if view is None:
        return
    view_id, shown = choice.view["id"], form.for_update(view)
    adds = len(shown["blocks"]) > len(choice.view["blocks"])
    refused = _updated(deps, view_id=view_id, hash=choice.view["hash"], view=shown)
    if refused == _CHANGED_MEANWHILE and adds:
        _updated(deps, external_id=shown["external_id"], view=shown)


def _updated(deps: Dependencies, **arguments: object) -> str:
    """Why Slack did not take it, if the form has changed, was sent or was closed meanwhile; empty if it did."""
    try:
        deps.client.views_update(**arguments)  # type: ignore[arg-type]
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        if error not in (_CHANGED_MEANWHILE, _GONE_MEANWHILE):
            raise
        return error
    return ""
