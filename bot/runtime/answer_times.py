"""Measures response times, from the arrival of a request to our answer, including time spent queued for a thread."""

import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot.runtime.metrics import Interaction, Metrics

# Source: the payloads of docs.slack.dev/interactivity
_INTERACTIONS = {
    "block_actions": Interaction.ACTION,
    "view_submission": Interaction.VIEW,
    "view_closed": Interaction.VIEW,
    "shortcut": Interaction.SHORTCUT,
    "message_action": Interaction.SHORTCUT,
}
LastResort = Callable[[Mapping[str, Any], BoltResponse], BoltResponse]
"""Looks at every answer before it leaves."""
_arrived_at: ContextVar[float] = ContextVar("arrived_at")


def mark_arrival(at: float) -> None:
    """Set the monotonic time at which the request of this thread or task arrived."""
    _arrived_at.set(at)


class TimedApp(App):
    """Bolt's app, which every request passes, by socket or by HTTP; it measures each answer."""

    def __init__(self, metrics: Metrics, *, last_resort: LastResort, **given: Any) -> None:  # noqa: ANN401 - Bolt's
        super().__init__(**given)
        self._metrics = metrics
        self._last_resort = last_resort

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        arrived_at = _arrived_at.get(time.monotonic())
        try:
            return self._last_resort(req.body, super().dispatch(req))
        finally:
            self._metrics.answered(_interaction(req.body), time.monotonic() - arrived_at)


def _interaction(body: Mapping[str, Any]) -> Interaction:
    if "command" in body:
        return Interaction.COMMAND
    return _INTERACTIONS.get(str(body.get("type")), Interaction.OTHER)
