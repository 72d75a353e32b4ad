"""Our own words for a form that neither a listener nor a fallback answered, so that it does not close in silence."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from slack_bolt import Ack, BoltResponse

from bot.runtime.metrics import SubmissionResult
from bot.views.kit import refusals
from handlers.bolt import payloads
from handlers.bolt.listener import Dependencies, Dialog
from handlers.bolt.submissions import Surprise, refuse, unsaved_danger


def answer(
    deps: Dependencies, dialogs: Collection[Dialog], body: Mapping[str, Any], response: BoltResponse
) -> BoltResponse:
    """The response as it is, unless it would close a form or say something that is not ours."""
    if payloads.kind(body) != "view_submission" or _is_ours(response):
        return response
    sent, phone = payloads.submission(body), deps.context.service.on_call_phone
    words = refusals.not_saved(phone)
    for dialog in dialogs:
        if dialog.name == sent.view.get("callback_id"):
            deps.metrics.submitted(dialog.name, SubmissionResult.NOT_SAVED)
            unsaved = unsaved_danger(deps, dialog, sent.view, Surprise())
            if unsaved and deps.identity.is_ours(body):
                words = refusals.danger_not_saved(phone)
                deps.context.danger_not_saved(unsaved)
    ack = Ack()  # type: ignore[no-untyped-call]  # Bolt gives it no types.
    refuse(ack, sent.view, {"": words})
    return ack.response or response


def _is_ours(response: BoltResponse) -> bool:
    try:
        return response.status == 200 and "response_action" in json.loads(response.body)  # noqa: PLR2004 - HTTP's
    except (TypeError, ValueError):
        return False
