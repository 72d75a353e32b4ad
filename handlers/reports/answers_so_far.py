"""Answers in the report form that change it as soon as they are given: whom to phone, and who is involved."""

from collections.abc import Callable

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
    view_id, shown, seen = choice.view["id"], form.for_update(view), choice.view["hash"]
    adds = len(shown["blocks"]) > len(choice.view["blocks"])
    refused = _refused(lambda: deps.client.views_update(view_id=view_id, hash=seen, view=shown))
    if refused == _CHANGED_MEANWHILE and adds:
        _refused(lambda: deps.client.views_update(external_id=shown["external_id"], view=shown))


def _refused(update: Callable[[], object]) -> str:
    """Why Slack did not take it, if the form has changed, was sent or was closed meanwhile; empty if it did."""
    try:
        update()
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        if error not in (_CHANGED_MEANWHILE, _GONE_MEANWHILE):
            raise
        return error
    return ""
