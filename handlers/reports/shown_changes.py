"""An open form is shown with what an answer or a press adds to it."""

import threading
from collections import OrderedDict

from slack_sdk.errors import SlackApiError

from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies

_CHANGED_MEANWHILE = "hash_conflict"
_SENT_MEANWHILE = "not_found"
_REMEMBERED = 1_000


class UnfoldedForms:
    """Forms whose details this process has opened. A change that was made before that must not fold them again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: OrderedDict[str, None] = OrderedDict()

    def add(self, form: str) -> None:
        with self._lock:
            self._ids[form] = None
            if len(self._ids) > _REMEMBERED:
                self._ids.popitem(last=False)

    def __contains__(self, form: str) -> bool:
        with self._lock:
            return form in self._ids


UNFOLDED = UnfoldedForms()
"""By the id that a form has of its own, which says nothing of the person."""


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
