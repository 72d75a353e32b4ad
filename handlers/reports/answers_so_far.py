"""Answers in the report form that change it as soon as they are given: whom to phone, and who is involved."""

from slack_sdk.errors import SlackApiError

from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.reports import open_form
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Choice

_CHANGED_MEANWHILE = "hash_conflict"
_SENT_MEANWHILE = "not_found"


def chosen(deps: Dependencies, choice: Choice) -> None:
    """Show what the answers so far add, or take away what they no longer ask for."""
    view = open_form.completed(choice.view, choice.value, deps.context.service)
    if view is not None:
        show_changed(deps, choice.view, form.for_update(view))


def show_changed(deps: Dependencies, before: View, shown: View) -> None:
    """With the hash of what the person sees. If the form has changed since, two answers came at once.

    Then what is added is shown without the hash, because it follows from all answers and fields keep what was typed.
    Nothing is taken away so, because a newer answer may have added it. Then the form is addressed by its own id:
    a receipt that has taken its place has the same view id, and must stay.
    """
    try:
        deps.client.views_update(view_id=before["id"], hash=before["hash"], view=shown)
    except SlackApiError as refusal:
        if refusal.response.get("error") != _CHANGED_MEANWHILE:
            raise
        if len(shown["blocks"]) > len(before["blocks"]):
            _show_unless_sent(deps, shown)


def _show_unless_sent(deps: Dependencies, shown: View) -> None:
    try:
        deps.client.views_update(external_id=shown["external_id"], view=shown)
    except SlackApiError as refusal:
        if refusal.response.get("error") != _SENT_MEANWHILE:
            raise
