"""Bolt, with a watch: how long a person waits for the answer to what they did."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot.metrics import Asked, Metrics

# Source: the payloads of docs.slack.dev/interactivity
_ASKED = {
    "block_actions": Asked.ACTION,
    "view_submission": Asked.VIEW,
    "view_closed": Asked.VIEW,
    "shortcut": Asked.SHORTCUT,
    "message_action": Asked.SHORTCUT,
}


class WatchedApp(App):
    """Whatever comes in passes here, by socket or by HTTP. Waiting for a free thread before that is not measured."""

    def __init__(self, metrics: Metrics, **given: Any) -> None:  # noqa: ANN401 - whatever Bolt takes
        super().__init__(**given)
        self._metrics = metrics

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        with self._metrics.answering(_asked(req.body)):
            return super().dispatch(req)


def _asked(body: Mapping[str, Any]) -> Asked:
    return Asked.COMMAND if "command" in body else _ASKED.get(str(body.get("type")), Asked.OTHER)
