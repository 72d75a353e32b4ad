"""How long a person waits for an answer, from when it came in what they did: waiting for a free thread included."""

import re
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.websocket_client import SocketModeClient

from bot.runtime.metrics import Interaction, Metrics

# Source: the payloads of docs.slack.dev/interactivity
_ASKED = {
    "block_actions": Interaction.ACTION,
    "view_submission": Interaction.VIEW,
    "view_closed": Interaction.VIEW,
    "shortcut": Interaction.SHORTCUT,
    "message_action": Interaction.SHORTCUT,
}
_ENVELOPE = re.compile(r'"envelope_id"\s*:\s*"([^"]+)"')
LastResort = Callable[[Mapping[str, Any], BoltResponse], BoltResponse]
"""Looks at every answer before it leaves."""
_came_in: ContextVar[float] = ContextVar("came_in")


def mark_arrival() -> None:
    """What is answered in this context came in now."""
    _came_in.set(time.monotonic())


class TimedApp(App):
    """Whatever is answered passes here, by socket or by HTTP."""

    def __init__(self, metrics: Metrics, *, last_resort: LastResort, **given: Any) -> None:  # noqa: ANN401 - Bolt's
        super().__init__(**given)
        self._metrics = metrics
        self._last_resort = last_resort

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        begun = _came_in.get(time.monotonic())
        try:
            return self._last_resort(req.body, super().dispatch(req))
        finally:
            self._metrics.answered(_asked(req.body), time.monotonic() - begun)


class TimedSocket(SocketModeHandler):
    """Notes when each envelope came in: it is answered by another thread, when one is free."""

    def __init__(self, app: App, app_token: str, **given: Any) -> None:  # noqa: ANN401 - whatever Bolt takes
        super().__init__(app, app_token, **given)
        self._waiting: dict[str, float] = {}
        self.client.on_message_listeners.append(self._note)

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # As Bolt's.
        _came_in.set(self._waiting.pop(req.envelope_id, time.monotonic()))
        super().handle(client, req)

    def _note(self, _session: object, message: str) -> None:
        if found := _ENVELOPE.search(message):
            self._waiting[found.group(1)] = time.monotonic()


def _asked(body: Mapping[str, Any]) -> Interaction:
    return Interaction.COMMAND if "command" in body else _ASKED.get(str(body.get("type")), Interaction.OTHER)
