"""Answers in the report form that change it as soon as they are given: whom to phone, and who is involved."""

from slack_sdk.errors import SlackApiError

from bot.views.kit import form
from bot.views.reports import open_form
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Choice

_CHANGED_MEANWHILE = "hash_conflict"


def chosen(deps: Dependencies, choice: Choice) -> None:
    """With the hash of what the person sees. If the form has changed since, two answers came at once.

    Then what is added is shown without the hash, because it follows from all answers and fields keep what was typed.
    Nothing is taken away so, because a newer answer may have added it.
    """
    view = open_form.completed(choice.view, choice.value, deps.context.service)
    if view is None:
        return
    view_id, shown = choice.view["id"], form.for_update(view)
    try:
        deps.client.views_update(view_id=view_id, hash=choice.view["hash"], view=shown)
    except SlackApiError as refusal:
        adds = len(shown["blocks"]) > len(choice.view["blocks"])
        if refusal.response.get("error") != _CHANGED_MEANWHILE or not adds:
            raise
        deps.client.views_update(view_id=view_id, view=shown)
