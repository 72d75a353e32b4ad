"""Our own words for a form that neither a listener nor a fallback answered, so that it does not close in silence."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from slack_bolt import Ack, BoltResponse

from bot.runtime.metrics import SubmissionResult
from bot.views.kit import refusals
from handlers.bolt import payloads
from handlers.bolt.listener import Dependencies
from handlers.bolt.submissions import refuse


def answer(
    deps: Dependencies, forms: Collection[str], body: Mapping[str, Any], response: BoltResponse
) -> BoltResponse:
    """The response as it is, unless it would close a form or say something that is not ours."""
    if payloads.kind(body) != "view_submission" or _is_ours(response):
        return response
    sent = payloads.submission(body)
    if sent.view.get("callback_id") in forms:
        deps.metrics.submitted(sent.view["callback_id"], SubmissionResult.NOT_SAVED)
    ack = Ack()  # type: ignore[no-untyped-call]  # Bolt gives it no types.
    refuse(ack, sent.view, {"": refusals.not_saved(deps.context.service.on_call_phone)})
    return ack.response or response


def _is_ours(response: BoltResponse) -> bool:
    try:
        return response.status == 200 and "response_action" in json.loads(response.body)  # noqa: PLR2004 - HTTP's
    except (TypeError, ValueError):
        return False
