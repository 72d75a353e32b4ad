"""An open form is shown with what an answer or a press adds to it."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from slack_sdk.errors import SlackApiError

from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies

_CHANGED_MEANWHILE = "hash_conflict"
_GONE_MEANWHILE = "not_found"
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
    view_id, seen = before["id"], before["hash"]
    adds = len(shown["blocks"]) > len(before["blocks"])
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
